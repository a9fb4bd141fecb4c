import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> => addIndexes(db, 'comments', { voted: 'post_id, vote_count' })
