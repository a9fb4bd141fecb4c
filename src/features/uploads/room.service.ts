import type { Db } from '../../lib/db/db.ts'
import { holdRoom, roomTaken } from './room.read-models.ts'
import type { FileProblem, Room } from './uploads.types.ts'

const MEGABYTE = 1024 * 1024
const megabytes = (bytes: number) => Math.round((bytes / MEGABYTE) * 10) / 10

/**
 * What stands against so many bytes more. Asked within the transaction that adds them, and before it reads anything else: others of the same
 * member and board wait until it ends, so that together they never take more than there is.
 * @param except an upload of theirs that is counted already
 */
export async function takeRoom(
  trx: Db,
  room: Room,
  { bytes, now, except = 0 }: { bytes: number; now: Date; except?: number },
): Promise<FileProblem | null> {
  await holdRoom(trx, room)
  const { ownerId, ownerMost, boardId, boardMost } = room
  if (ownerMost !== null) {
    const taken = await roomTaken(trx, { ownerId }, { now, except })
    if (taken + bytes > ownerMost) return full('uploads.refused.ownRoom', { taken, most: ownerMost, bytes })
  }
  if (boardMost !== null && boardId !== null) {
    const taken = await roomTaken(trx, { boardId }, { now, except })
    if (taken + bytes > boardMost) return full('uploads.refused.boardRoom', { taken, most: boardMost, bytes })
  }
  return null
}

const full = (
  problem: 'uploads.refused.ownRoom' | 'uploads.refused.boardRoom',
  { taken, most, bytes }: { taken: number; most: number; bytes: number },
): FileProblem => ({ problem, args: { left: megabytes(Math.max(0, most - taken)), most: megabytes(most), bytes: megabytes(bytes) } })
