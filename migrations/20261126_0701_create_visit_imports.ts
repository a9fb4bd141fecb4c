import type { Db } from '../src/lib/db/db.ts'

/** Histories that were counted elsewhere, each as it was taken in and, where it was, taken back. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_imports (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  days INT UNSIGNED NOT NULL,
  visitors BIGINT UNSIGNED NOT NULL,
  imported_by BIGINT UNSIGNED NOT NULL,
  imported_at DATETIME(3) NOT NULL,
  undone_by BIGINT UNSIGNED NULL,
  undone_at DATETIME(3) NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
