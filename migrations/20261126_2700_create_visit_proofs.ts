import type { Db } from '../src/lib/db/db.ts'

/** Files of pages that were written down before their page was: by another node, or from what a killed one left. `visitor` may be a keyed hash. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_proofs (
  day DATE NOT NULL,
  visitor BINARY(16) NOT NULL,
  PRIMARY KEY (day, visitor)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
