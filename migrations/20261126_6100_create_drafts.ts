import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS drafts (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT UNSIGNED NOT NULL,
  draft_key BINARY(16) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  board_id BIGINT UNSIGNED NOT NULL,
  path VARCHAR(191) NOT NULL,
  sequence INT UNSIGNED NOT NULL,
  tab VARCHAR(32) NOT NULL DEFAULT '',
  title VARCHAR(200) NOT NULL DEFAULT '',
  excerpt VARCHAR(200) NOT NULL DEFAULT '',
  letters INT UNSIGNED NOT NULL DEFAULT 0,
  fields MEDIUMTEXT NOT NULL,
  refused VARCHAR(20) NULL,
  created_at DATETIME(3) NOT NULL,
  saved_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  UNIQUE KEY mine (member_id, draft_key),
  KEY shelf (member_id, ended_at, saved_at),
  KEY age (saved_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
