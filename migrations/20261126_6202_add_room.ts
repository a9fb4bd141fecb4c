import type { Db } from '../src/lib/db/db.ts'
import { addColumns, addIndexes } from '../src/lib/db/schema.ts'

/** How much a member and a board may keep, and what it is counted by: an index holds each sum's figures. 0: as much as comes. */
export const up = async (db: Db): Promise<void> => {
  await addColumns(db, 'boards', { room_megabytes: 'INT UNSIGNED NOT NULL DEFAULT 0' })
  await addColumns(db, 'files', { board_id: 'BIGINT UNSIGNED NULL' })
  await addIndexes(db, 'files', { owner_room: 'owner_id, bytes', board_room: 'board_id, bytes' })
}
