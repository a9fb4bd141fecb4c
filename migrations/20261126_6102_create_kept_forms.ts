import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS kept_forms (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  keeper BINARY(16) NOT NULL,
  owner VARCHAR(20) NOT NULL DEFAULT '',
  draft_key BINARY(16) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  path VARCHAR(191) NOT NULL,
  fields MEDIUMTEXT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  UNIQUE KEY once (keeper, draft_key),
  KEY age (created_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
