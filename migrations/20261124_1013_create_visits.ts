import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visits (
  day DATE NOT NULL,
  visitor BINARY(16) NOT NULL,
  anonymous_key BINARY(16) NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (day, visitor),
  UNIQUE KEY anonymous (day, anonymous_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
