import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addIndexes(db, 'posts', {
    category_list: 'category_id, listed, number',
    author_list: 'board_id, shown_author_id, listed, number',
    mine_list: 'board_id, author_id, listed, number',
    unanswered_list: 'board_id, unanswered, number',
    popular_list: 'board_id, popular, number',
    pending: 'board_id, status, id',
  })
