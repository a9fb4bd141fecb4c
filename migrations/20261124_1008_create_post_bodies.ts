import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_bodies (
  post_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  source MEDIUMTEXT NOT NULL,
  html MEDIUMTEXT NOT NULL,
  text MEDIUMTEXT NOT NULL,
  renderer_version SMALLINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
