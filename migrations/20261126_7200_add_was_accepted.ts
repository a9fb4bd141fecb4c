import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** An answer that is deleted, and not after all, is the answer again. */
export const up = (db: Db): Promise<void> => addColumns(db, 'comments', { was_accepted: 'TINYINT NOT NULL DEFAULT 0' })
