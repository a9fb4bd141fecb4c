import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS related_posts (
  post_id BIGINT UNSIGNED NOT NULL,
  related_id BIGINT UNSIGNED NOT NULL,
  score INT UNSIGNED NOT NULL,
  PRIMARY KEY (post_id, related_id),
  KEY best (post_id, score),
  KEY other_way (related_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
