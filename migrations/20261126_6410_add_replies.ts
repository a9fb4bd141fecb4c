import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/**
 * A post that answers another (답변글). `reply_path` orders a thread, four hexadecimal digits a level; `hangs` says that it is shown below its root and
 * in no list of its own; `reply_count`, of a root, counts the visible ones below it.
 */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'posts', {
    root_id: 'BIGINT UNSIGNED NULL',
    parent_id: 'BIGINT UNSIGNED NULL',
    root_author_id: 'BIGINT UNSIGNED NULL',
    reply_path: 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL',
    reply_count: 'INT UNSIGNED NOT NULL DEFAULT 0',
    hangs: 'TINYINT NOT NULL DEFAULT 0',
  })
