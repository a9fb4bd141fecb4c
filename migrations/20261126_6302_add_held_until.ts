import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Until when a file that stands in no post is left alone all the same: something names it that may come back. */
export const up = (db: Db): Promise<void> => addColumns(db, 'files', { held_until: 'DATETIME(3) NULL' })
