import type { Db } from '../src/lib/db/db.ts'
import { addIndexes } from '../src/lib/db/schema.ts'

/** Texts of an older renderer are found without reading the others. Each index is built beside the table, which is written on meanwhile. */
export async function up(db: Db): Promise<void> {
  await addIndexes(db, 'post_bodies', { renderer: 'renderer_version, post_id' })
  await addIndexes(db, 'comments', { renderer: 'renderer_version, id' })
}
