import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_names (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  hash BINARY(16) NOT NULL,
  name VARCHAR(255) NOT NULL COLLATE utf8mb4_bin,
  UNIQUE KEY hash (hash)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
