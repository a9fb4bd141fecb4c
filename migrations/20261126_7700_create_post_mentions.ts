import type { Db } from '../src/lib/db/db.ts'

const table = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci'

/** Whom a post calls, by the name that stands in it; and who was told of it, which stays when the name goes. */
export async function up(db: Db): Promise<void> {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_mentions (
  post_id BIGINT UNSIGNED NOT NULL,
  name VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  member_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (post_id, name),
  KEY called (member_id, post_id)
) ${table}`)
  await db.raw(`CREATE TABLE IF NOT EXISTS told_mentions (
  post_id BIGINT UNSIGNED NOT NULL,
  member_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (post_id, member_id)
) ${table}`)
}
