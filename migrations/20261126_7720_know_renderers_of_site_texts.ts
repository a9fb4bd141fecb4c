import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Which renderer made the markup of pages, blocks of the front page and boards. Of those that stand it isn't known: they are made anew once. */
export async function up(db: Db): Promise<void> {
  for (const table of ['own_pages', 'front_blocks', 'boards'])
    await addColumns(db, table, { renderer_version: 'SMALLINT UNSIGNED NOT NULL DEFAULT 0' })
}
