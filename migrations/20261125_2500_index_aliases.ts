import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addIndexes(db, 'comments', { alias: 'post_id, alias', author_alias: 'post_id, author_id, alias' })
