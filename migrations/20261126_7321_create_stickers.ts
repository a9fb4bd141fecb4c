import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS stickers (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  set_id BIGINT UNSIGNED NOT NULL,
  name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  alt VARCHAR(100) NOT NULL,
  image_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width SMALLINT UNSIGNED NOT NULL,
  height SMALLINT UNSIGNED NOT NULL,
  position INT NOT NULL,
  removed TINYINT NOT NULL DEFAULT 0,
  UNIQUE KEY name (set_id, name),
  UNIQUE KEY image (image_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
