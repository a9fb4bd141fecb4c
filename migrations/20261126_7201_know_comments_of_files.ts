import type { Db } from '../src/lib/db/db.ts'
import { addColumns, addIndexes } from '../src/lib/db/schema.ts'

/** A picture in a comment: it belongs to the comment's post as well, whose readers and board are its own. */
export const up = async (db: Db): Promise<void> => {
  await addColumns(db, 'files', { comment_id: 'BIGINT UNSIGNED NULL' })
  await addIndexes(db, 'files', { comment: 'comment_id' })
}
