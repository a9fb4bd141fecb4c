import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw('UPDATE posts SET last_activity_at = created_at WHERE last_activity_at IS NULL')
}
