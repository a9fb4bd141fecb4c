import type { Db } from '../src/lib/db/db.ts'

/** Values of a board's own fields, by key. Apart from `posts`: lists of boards without such fields never read them. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_extras (
  post_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  fields JSON NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
