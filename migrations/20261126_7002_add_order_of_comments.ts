import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addColumns(db, 'boards', {
    comment_sort: "VARCHAR(10) NOT NULL DEFAULT 'oldest'",
    best_comments: 'TINYINT UNSIGNED NOT NULL DEFAULT 3',
    best_votes: 'SMALLINT UNSIGNED NOT NULL DEFAULT 10',
  })
