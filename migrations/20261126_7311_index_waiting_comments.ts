import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

/** Few wait, among all there are. */
export const up = (db: Db): Promise<void> => addIndexes(db, 'comments', { waiting: 'waiting, id' })
