import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** The generated columns say in SQL which lists a post stands in (features/posts/post-lists.types.ts says the same). */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'posts', {
    category_id: 'INT UNSIGNED NULL',
    secret: 'TINYINT NOT NULL DEFAULT 0',
    anonymous: 'TINYINT NOT NULL DEFAULT 0',
    down_count: 'INT UNSIGNED NOT NULL DEFAULT 0',
    popular_at: 'DATETIME(3) NULL',
    last_activity_at: 'DATETIME(3) NULL',
    pinned_until: 'DATETIME(3) NULL',
    pinned_everywhere: 'TINYINT NOT NULL DEFAULT 0',
    accepted_comment_id: 'BIGINT UNSIGNED NULL',
    excerpt: "VARCHAR(200) NOT NULL DEFAULT ''",
    cover_key: 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL',
    has_video: 'TINYINT NOT NULL DEFAULT 0',
    has_link: 'TINYINT NOT NULL DEFAULT 0',
    unanswered: "TINYINT GENERATED ALWAYS AS (IF(status = 'visible' AND pinned_at IS NULL AND comment_count = 0, 1, 0)) STORED",
    popular: "TINYINT GENERATED ALWAYS AS (IF(status = 'visible' AND pinned_at IS NULL AND popular_at IS NOT NULL, 1, 0)) STORED",
    shown_author_id: 'BIGINT UNSIGNED GENERATED ALWAYS AS (IF(anonymous = 1, NULL, author_id)) STORED',
  })
