import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> => addColumns(db, 'posts', { announced: 'TINYINT NOT NULL DEFAULT 0' })
