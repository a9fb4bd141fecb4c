import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

/** Who has not shown to be a browser yet, of a day with a million who have. */
export const up = (db: Db): Promise<void> => addIndexes(db, 'visits', { unproved: 'day, proved, class, created_at' })
