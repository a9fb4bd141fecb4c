import type { Db } from '../src/lib/db/db.ts'

/** One row, whose number grows while pages are read from replicas: where it arrived, everything before it did. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS replica_beats (
  id TINYINT UNSIGNED NOT NULL,
  beat BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
