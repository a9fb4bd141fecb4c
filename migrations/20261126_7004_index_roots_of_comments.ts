import type { Db } from '../src/lib/db/db.ts'
import { addIndexes, dropIndexes } from '../src/lib/db/schema.ts'

/** `threads` is read from top to bottom as `thread` was, and thread by thread; `best` tells the roots in the order of their votes. */
export const up = async (db: Db): Promise<void> => {
  await addIndexes(db, 'comments', { threads: 'post_id, in_thread, root, path', best: 'post_id, best_rank, number' })
  await dropIndexes(db, 'comments', ['thread'])
}
