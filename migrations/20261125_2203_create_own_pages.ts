import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS own_pages (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title_ko VARCHAR(60) NOT NULL,
  title_en VARCHAR(60) NOT NULL DEFAULT '',
  source_ko MEDIUMTEXT NOT NULL,
  source_en MEDIUMTEXT NOT NULL,
  html_ko MEDIUMTEXT NOT NULL,
  html_en MEDIUMTEXT NOT NULL,
  level TINYINT UNSIGNED NOT NULL DEFAULT 1,
  in_footer TINYINT NOT NULL DEFAULT 0,
  position INT NOT NULL DEFAULT 0,
  updated_at DATETIME(3) NOT NULL,
  UNIQUE KEY slug (slug)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
