import type { Db } from '../src/lib/db/db.ts'

/** Of posts with more comments than one page holds: how many are drawn in the threads of 64 numbers, and in those of them with as many votes. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS comment_buckets (
  post_id BIGINT UNSIGNED NOT NULL,
  by_votes TINYINT NOT NULL,
  best_rank INT NOT NULL,
  bucket INT UNSIGNED NOT NULL,
  drawn INT UNSIGNED NOT NULL,
  PRIMARY KEY (post_id, by_votes, best_rank, bucket)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
