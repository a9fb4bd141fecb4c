import type { Db } from '../src/lib/db/db.ts'

/** The key is in the order in which statistics read: one kind, one board, a stretch of days. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_sums (
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  board_id BIGINT UNSIGNED NOT NULL,
  span ENUM('day', 'month', 'year') NOT NULL,
  day DATE NOT NULL,
  name_id BIGINT UNSIGNED NOT NULL,
  visitors INT UNSIGNED NOT NULL,
  views INT UNSIGNED NOT NULL,
  PRIMARY KEY (kind, board_id, span, day, name_id),
  KEY day (span, day)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
