import type { Db } from '../src/lib/db/db.ts'

/** For boards to come: a hundred views made most posts of a lively board hot, and a mark that all bear marks none. Boards that are keep theirs. */
export const up = async (db: Db): Promise<void> => {
  await db.raw('ALTER TABLE boards ALTER COLUMN hot_views SET DEFAULT 1000')
}
