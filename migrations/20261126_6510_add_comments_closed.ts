import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** By the author's wish. */
export const up = (db: Db): Promise<void> => addColumns(db, 'posts', { comments_closed: 'TINYINT NOT NULL DEFAULT 0' })
