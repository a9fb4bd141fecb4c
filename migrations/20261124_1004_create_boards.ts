import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS boards (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  group_id INT UNSIGNED NOT NULL,
  slug VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name_ko VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  description_ko VARCHAR(200) NOT NULL DEFAULT '',
  description_en VARCHAR(200) NOT NULL DEFAULT '',
  position INT NOT NULL DEFAULT 0,
  list_level TINYINT UNSIGNED NOT NULL DEFAULT 1,
  read_level TINYINT UNSIGNED NOT NULL DEFAULT 1,
  write_level TINYINT UNSIGNED NOT NULL DEFAULT 2,
  comment_level TINYINT UNSIGNED NOT NULL DEFAULT 2,
  upload_level TINYINT UNSIGNED NOT NULL DEFAULT 2,
  page_size SMALLINT UNSIGNED NOT NULL DEFAULT 20,
  new_hours SMALLINT UNSIGNED NOT NULL DEFAULT 24,
  notice_limit TINYINT UNSIGNED NOT NULL DEFAULT 5,
  created_at DATETIME(3) NOT NULL,
  UNIQUE KEY slug (slug)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
