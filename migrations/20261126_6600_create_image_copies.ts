import type { Db } from '../src/lib/db/db.ts'

/** Which pictures of other sites a post shows, and the file of ours that stands in for each. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS image_copies (
  post_id BIGINT UNSIGNED NOT NULL,
  url_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  url VARCHAR(2000) NOT NULL,
  file_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failures TINYINT UNSIGNED NOT NULL DEFAULT 0,
  due_at DATETIME(3) NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (post_id, url_hash),
  KEY due (due_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
