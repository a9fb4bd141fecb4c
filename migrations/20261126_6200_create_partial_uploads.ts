import type { Db } from '../src/lib/db/db.ts'

/**
 * Files on their way. What came of each lies in the storage as parts; `parts` names them in order, with a blank between. `file_key` is the file
 * that it became: who never heard so asks again.
 */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS partial_uploads (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  upload_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner_id BIGINT UNSIGNED NOT NULL,
  board_id BIGINT UNSIGNED NULL,
  name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bytes INT UNSIGNED NOT NULL,
  received INT UNSIGNED NOT NULL DEFAULT 0,
  parts TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  touched_at DATETIME(3) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  UNIQUE KEY upload (upload_key),
  KEY owner (owner_id, touched_at),
  KEY board (board_id, touched_at),
  KEY age (created_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
