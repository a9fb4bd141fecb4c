import type { Db } from '../src/lib/db/db.ts'

/** What is no page and yet tells something: words searched for, pages that are missing. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_events (
  day DATE NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  board_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  name_id INT UNSIGNED NOT NULL,
  times INT UNSIGNED NOT NULL,
  PRIMARY KEY (day, kind, board_id, name_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
