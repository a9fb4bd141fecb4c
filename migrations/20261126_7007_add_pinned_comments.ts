import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> => addColumns(db, 'posts', { pinned_comment_id: 'BIGINT UNSIGNED NULL' })
