import type { Db } from '../src/lib/db/db.ts'

/**
 * What stood in a post until a change took its place: one row a change of its text. `changed_…` and `reason` tell of that change, `restored`
 * which earlier version it put back. A version that had to go keeps its row, without its words.
 */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS post_revisions (
  post_id BIGINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL,
  title VARCHAR(200) NOT NULL,
  source MEDIUMTEXT NULL,
  changed_by BIGINT UNSIGNED NULL,
  changed_at DATETIME(3) NOT NULL,
  reason VARCHAR(200) NOT NULL DEFAULT '',
  restored INT UNSIGNED NULL,
  PRIMARY KEY (post_id, version)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
