import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

export const up = async (db: Db): Promise<void> => {
  // For the check of counts, which looks at all lists of one stretch of numbers.
  await addIndexes(db, 'list_blocks', { stretch: 'board_id, from_rank' })
  await addIndexes(db, 'posts', {
    dated: 'board_id, listed, created_at, number',
    pinned_until: 'pinned_until',
    pinned_everywhere: 'pinned_everywhere, status, pinned_at',
  })
}
