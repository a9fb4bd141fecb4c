import type { Db } from '../src/lib/db/db.ts'

/** `comment_id` is 0 for the post itself: a unique key takes no NULL for a value. What was done about it comes into `outcome`. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS reports (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  post_id BIGINT UNSIGNED NOT NULL,
  comment_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  reporter_id BIGINT UNSIGNED NOT NULL,
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note VARCHAR(500) NOT NULL DEFAULT '',
  created_at DATETIME(3) NOT NULL,
  closed_at DATETIME(3) NULL,
  closed_by BIGINT UNSIGNED NULL,
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  is_open TINYINT GENERATED ALWAYS AS (IF(closed_at IS NULL, 1, 0)) STORED,
  UNIQUE KEY one_each (post_id, comment_id, reporter_id),
  KEY waiting (is_open, post_id, comment_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
