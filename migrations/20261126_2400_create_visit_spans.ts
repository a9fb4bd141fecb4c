import type { Db } from '../src/lib/db/db.ts'

/** Months and years whose sums stand: before that, statistics read their days. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_spans (
  span ENUM('month', 'year') NOT NULL,
  day DATE NOT NULL,
  summed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (span, day)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
