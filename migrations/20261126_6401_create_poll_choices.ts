import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS poll_choices (
  post_id BIGINT UNSIGNED NOT NULL,
  position TINYINT UNSIGNED NOT NULL,
  label VARCHAR(100) NOT NULL,
  vote_count INT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (post_id, position)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
