import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> => addColumns(db, 'boards', { private_posts: 'TINYINT NOT NULL DEFAULT 1' })
