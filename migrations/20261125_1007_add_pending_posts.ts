import type { Db } from '../src/lib/db/db.ts'

export const up = async (db: Db): Promise<void> => {
  await db.raw("ALTER TABLE posts MODIFY COLUMN status ENUM('visible', 'hidden', 'deleted', 'pending') NOT NULL DEFAULT 'visible'")
}
