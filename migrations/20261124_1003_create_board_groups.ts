import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS board_groups (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name_ko VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  position INT NOT NULL DEFAULT 0,
  UNIQUE KEY slug (slug)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
