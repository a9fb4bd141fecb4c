import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> => addIndexes(db, 'posts', { thread: 'root_id, reply_path' })
