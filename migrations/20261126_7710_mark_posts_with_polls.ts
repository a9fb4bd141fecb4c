import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** For lists, which read no other table than this one. */
export async function up(db: Db): Promise<void> {
  await addColumns(db, 'posts', { has_poll: 'TINYINT NOT NULL DEFAULT 0' })
  await db.raw('UPDATE posts AS p JOIN polls AS q ON q.post_id = p.id SET p.has_poll = 1 WHERE p.has_poll = 0')
}
