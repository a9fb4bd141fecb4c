import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_ranks (
  post_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  board_id INT UNSIGNED NOT NULL,
  category_id INT UNSIGNED NULL,
  active BIGINT UNSIGNED NOT NULL,
  votes BIGINT UNSIGNED NOT NULL,
  views BIGINT UNSIGNED NOT NULL,
  comments BIGINT UNSIGNED NOT NULL,
  KEY active (board_id, active),
  KEY votes (board_id, votes),
  KEY views (board_id, views),
  KEY comments (board_id, comments),
  KEY category_active (category_id, active),
  KEY category_votes (category_id, votes),
  KEY category_views (category_id, views),
  KEY category_comments (category_id, comments)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
