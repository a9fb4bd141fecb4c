import type { Db } from '../src/lib/db/db.ts'

/** Page views that could not be kept: shown as what they are, a gap. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_gaps (
  day DATE NOT NULL,
  hour TINYINT UNSIGNED NOT NULL,
  lost INT UNSIGNED NOT NULL,
  PRIMARY KEY (day, hour)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
