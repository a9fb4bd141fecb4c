import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS submissions (
  submission_key BINARY(16) NOT NULL PRIMARY KEY,
  member_id BIGINT UNSIGNED NOT NULL,
  result_path VARCHAR(255) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  KEY created (created_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
