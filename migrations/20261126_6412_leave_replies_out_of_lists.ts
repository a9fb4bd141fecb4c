import type { Db } from '../src/lib/db/db.ts'

/** In one statement: the table is copied once, as for every stored column. May run twice. (features/posts/post-lists.types.ts says the same.) */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`ALTER TABLE posts
  MODIFY COLUMN listed TINYINT GENERATED ALWAYS AS (IF(status = 'visible' AND pinned_at IS NULL AND hangs = 0, 1, 0)) STORED,
  MODIFY COLUMN unanswered TINYINT GENERATED ALWAYS AS
    (IF(status = 'visible' AND pinned_at IS NULL AND hangs = 0 AND comment_count = 0 AND reply_count = 0, 1, 0)) STORED,
  MODIFY COLUMN popular TINYINT GENERATED ALWAYS AS
    (IF(status = 'visible' AND pinned_at IS NULL AND hangs = 0 AND popular_at IS NOT NULL, 1, 0)) STORED`)
}
