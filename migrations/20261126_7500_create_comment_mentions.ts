import type { Db } from '../src/lib/db/db.ts'

/** Whom a comment calls, by the name that stands in it: they may be called otherwise by now. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS comment_mentions (
  comment_id BIGINT UNSIGNED NOT NULL,
  name VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  member_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (comment_id, name),
  KEY called (member_id, comment_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
