import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

/** How much was written on a day, without reading all that was ever written. */
export const up = async (db: Db): Promise<void> => {
  await addIndexes(db, 'members', { created: 'created_at' })
  await addIndexes(db, 'posts', { created: 'created_at, board_id' })
  await addIndexes(db, 'comments', { created: 'created_at, post_id' })
  await addIndexes(db, 'post_votes', { created: 'created_at, post_id' })
}
