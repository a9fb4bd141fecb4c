import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS comments (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  post_id BIGINT UNSIGNED NOT NULL,
  number INT UNSIGNED NOT NULL,
  parent_id BIGINT UNSIGNED NULL,
  path VARBINARY(1020) NOT NULL,
  author_id BIGINT UNSIGNED NULL,
  body TEXT NOT NULL,
  html MEDIUMTEXT NOT NULL,
  renderer_version SMALLINT UNSIGNED NOT NULL,
  status ENUM('visible', 'hidden', 'deleted') NOT NULL DEFAULT 'visible',
  in_thread TINYINT NOT NULL DEFAULT 1,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  created_at DATETIME(3) NOT NULL,
  edited_at DATETIME(3) NULL,
  deleted_at DATETIME(3) NULL,
  UNIQUE KEY number (post_id, number),
  KEY thread (post_id, in_thread, path),
  KEY author (author_id, status, id),
  KEY parent (parent_id, in_thread)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
