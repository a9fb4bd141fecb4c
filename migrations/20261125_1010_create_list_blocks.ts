import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS list_blocks (
  board_id INT UNSIGNED NOT NULL,
  list VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_rank BIGINT UNSIGNED NOT NULL,
  listed_count INT UNSIGNED NOT NULL,
  PRIMARY KEY (board_id, list, from_rank)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
