import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_pages (
  day DATE NOT NULL,
  visitor BINARY(16) NOT NULL,
  page_id INT UNSIGNED NOT NULL,
  board_id BIGINT UNSIGNED NULL,
  post_id BIGINT UNSIGNED NULL,
  hour TINYINT UNSIGNED NOT NULL,
  views INT UNSIGNED NOT NULL,
  first_at DATETIME(3) NOT NULL,
  last_at DATETIME(3) NOT NULL,
  PRIMARY KEY (day, visitor, page_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
