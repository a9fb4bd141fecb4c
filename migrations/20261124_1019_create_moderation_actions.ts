import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS moderation_actions (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  moderator_id BIGINT UNSIGNED NOT NULL,
  action ENUM('hide', 'restore', 'lock', 'unlock', 'pin', 'unpin', 'delete', 'hide-comment', 'restore-comment', 'level', 'suspend', 'reinstate') NOT NULL,
  board_id INT UNSIGNED NULL,
  post_id BIGINT UNSIGNED NULL,
  comment_id BIGINT UNSIGNED NULL,
  member_id BIGINT UNSIGNED NULL,
  reason VARCHAR(500) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  KEY post (post_id, id),
  KEY member (member_id, id),
  KEY board (board_id, id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
