import type { Db } from '../src/lib/db/db.ts'

/** The words by which posts of one board are told to be of one kind; led by the board, so that a word's newest posts are a range of the key. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_words (
  board_id INT UNSIGNED NOT NULL,
  word VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  post_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (board_id, word, post_id),
  KEY post (post_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
