import type { Db } from '../src/lib/db/db.ts'

/** By which who is no member shows that a comment is theirs. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS guest_comment_keys (
  comment_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  password_hash VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
