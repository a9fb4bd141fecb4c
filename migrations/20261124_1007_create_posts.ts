import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS posts (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  board_id INT UNSIGNED NOT NULL,
  number INT UNSIGNED NOT NULL,
  author_id BIGINT UNSIGNED NULL,
  title VARCHAR(200) NOT NULL,
  status ENUM('visible', 'hidden', 'deleted') NOT NULL DEFAULT 'visible',
  pinned_at DATETIME(3) NULL,
  locked_at DATETIME(3) NULL,
  listed TINYINT GENERATED ALWAYS AS (IF(status = 'visible' AND pinned_at IS NULL, 1, 0)) STORED,
  has_image TINYINT NOT NULL DEFAULT 0,
  has_file TINYINT NOT NULL DEFAULT 0,
  comment_count INT UNSIGNED NOT NULL DEFAULT 0,
  last_comment_number INT UNSIGNED NOT NULL DEFAULT 0,
  vote_count INT UNSIGNED NOT NULL DEFAULT 0,
  view_count INT UNSIGNED NOT NULL DEFAULT 0,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  created_at DATETIME(3) NOT NULL,
  edited_at DATETIME(3) NULL,
  deleted_at DATETIME(3) NULL,
  UNIQUE KEY number (board_id, number),
  KEY list (board_id, listed, number),
  KEY pinned (board_id, status, pinned_at),
  KEY author (author_id, status, id),
  KEY recent (status, id),
  KEY popular (listed, created_at, board_id, vote_count, comment_count)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
