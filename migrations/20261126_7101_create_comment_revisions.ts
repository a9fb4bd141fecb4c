import type { Db } from '../src/lib/db/db.ts'

/** What stood in a comment until its author changed it, and when that was. Words that had to go leave the row without them. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS comment_revisions (
  comment_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  body TEXT NULL,
  changed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (comment_id, version)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
