import type { Db } from '../src/lib/db/db.ts'

/** What `list_blocks` holds as the list `newest`. */
export const up = async (db: Db): Promise<void> => {
  await db.raw('DROP TABLE IF EXISTS post_blocks')
}
