import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

/** The newest that everybody may read of each board: lists over all boards are put together from these. */
export const up = (db: Db): Promise<void> => addIndexes(db, 'posts', { stream: 'board_id, status, secret, id' })
