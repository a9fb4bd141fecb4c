import type { Db } from '../src/lib/db/db.ts'

/** `private`: its author's alone from the first. `withdrawn`: was open, and its author took it back. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(
    "ALTER TABLE posts MODIFY COLUMN status ENUM('visible', 'hidden', 'deleted', 'pending', 'private', 'withdrawn') NOT NULL DEFAULT 'visible'",
  )
}
