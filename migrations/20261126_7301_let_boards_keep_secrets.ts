import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> => addColumns(db, 'boards', { secret_comments: 'TINYINT NOT NULL DEFAULT 0' })
