import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS link_cards (
  url_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  url VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  status ENUM('waiting', 'ready', 'none') NOT NULL DEFAULT 'waiting',
  title VARCHAR(480) NOT NULL DEFAULT '',
  description VARCHAR(800) NOT NULL DEFAULT '',
  site_name VARCHAR(240) NOT NULL DEFAULT '',
  image_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  image_width SMALLINT UNSIGNED NULL,
  image_height SMALLINT UNSIGNED NULL,
  due_at DATETIME(3) NULL,
  tried_at DATETIME(3) NULL,
  fetched_at DATETIME(3) NULL,
  failures SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  created_at DATETIME(3) NOT NULL,
  UNIQUE KEY image (image_key),
  KEY due (due_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
