import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS front_blocks (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  board_id INT UNSIGNED NULL,
  title_ko VARCHAR(60) NOT NULL DEFAULT '',
  title_en VARCHAR(60) NOT NULL DEFAULT '',
  row_count TINYINT UNSIGNED NOT NULL DEFAULT 6,
  place VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'wide',
  source_ko TEXT NOT NULL,
  source_en TEXT NOT NULL,
  html_ko TEXT NOT NULL,
  html_en TEXT NOT NULL,
  position INT NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
