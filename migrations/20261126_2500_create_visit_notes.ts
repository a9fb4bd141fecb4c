import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_notes (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  day DATE NOT NULL,
  text VARCHAR(200) NOT NULL,
  member_id BIGINT UNSIGNED NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY day (day)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
