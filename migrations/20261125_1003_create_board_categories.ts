import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS board_categories (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  board_id INT UNSIGNED NOT NULL,
  name_ko VARCHAR(30) NOT NULL,
  name_en VARCHAR(30) NOT NULL,
  color VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'grey',
  write_level TINYINT UNSIGNED NOT NULL DEFAULT 1,
  position INT NOT NULL DEFAULT 0,
  KEY board (board_id, position)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
