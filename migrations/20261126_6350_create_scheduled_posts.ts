import type { Db } from '../src/lib/db/db.ts'

/**
 * Posts that wait for their hour: what the form held, by field, as JSON. One that was published keeps its row for some days, without its words:
 * it says where the post stands, and that it stands there once.
 */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS scheduled_posts (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT UNSIGNED NOT NULL,
  board_id INT UNSIGNED NOT NULL,
  title VARCHAR(200) NOT NULL,
  fields MEDIUMTEXT NOT NULL,
  publish_at DATETIME(3) NOT NULL,
  state ENUM('waiting', 'failed', 'published') NOT NULL DEFAULT 'waiting',
  problem VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  attempts TINYINT UNSIGNED NOT NULL DEFAULT 0,
  result_path VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  created_at DATETIME(3) NOT NULL,
  KEY due (state, publish_at),
  KEY mine (member_id, publish_at),
  KEY board (board_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
