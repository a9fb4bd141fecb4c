import type { Db } from '../src/lib/db/db.ts'

/** The acts are named in moderation.types.ts; a list of them here would have to be changed with each new one. */
export const up = async (db: Db): Promise<void> => {
  await db.raw('ALTER TABLE moderation_actions MODIFY COLUMN action VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL')
}
