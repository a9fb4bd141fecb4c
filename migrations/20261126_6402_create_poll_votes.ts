import type { Db } from '../src/lib/db/db.ts'

/** `chosen` is for open ballots alone: who chose what, the first who did so first. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS poll_votes (
  post_id BIGINT UNSIGNED NOT NULL,
  member_id BIGINT UNSIGNED NOT NULL,
  position TINYINT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (post_id, member_id, position),
  KEY chosen (post_id, position, created_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
