import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_blocks (
  board_id INT UNSIGNED NOT NULL,
  block INT UNSIGNED NOT NULL,
  listed_count SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (board_id, block)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
