import type { Db } from '../src/lib/db/db.ts'

/** One a post at most. `voter_count` counts members, each choice's `vote_count` votes: who may take several gives several. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS polls (
  post_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  question VARCHAR(200) NOT NULL,
  most TINYINT UNSIGNED NOT NULL,
  ends_at DATETIME(3) NULL,
  results ENUM('always', 'voted', 'ended') NOT NULL,
  named TINYINT NOT NULL,
  fixed TINYINT NOT NULL,
  voter_count INT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
