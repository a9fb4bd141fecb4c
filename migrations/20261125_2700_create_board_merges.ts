import type { Db } from '../src/lib/db/db.ts'

/** Boards whose posts are on their way to another one: the row goes when the last has arrived. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS board_merges (
  from_board_id INT UNSIGNED NOT NULL PRIMARY KEY,
  into_board_id INT UNSIGNED NOT NULL,
  moderator_id BIGINT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  KEY into_board (into_board_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
