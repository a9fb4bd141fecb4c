import type { Db } from '../src/lib/db/db.ts'
import { addColumns, addIndexes } from '../src/lib/db/schema.ts'

/** Changes of comments are numbered on each post, as comments are: by its last number an open page asks for what came after. */
export async function up(db: Db): Promise<void> {
  await addColumns(db, 'posts', { last_change_number: 'INT UNSIGNED NOT NULL DEFAULT 0' })
  await addColumns(db, 'comments', { change_number: 'INT UNSIGNED NOT NULL DEFAULT 0' })
  await addIndexes(db, 'comments', { post_changes: 'post_id, change_number' })
}
