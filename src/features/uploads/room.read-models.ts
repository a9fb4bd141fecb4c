import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { administers } from '../boards/boards.policy.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { loadSettings } from '../settings/settings.service.ts'
import type { Room } from './uploads.types.ts'

const MEGABYTE = 1024 * 1024
const HOUR_MS = 3_600_000

/** Whose files are counted, and up to where. */
export async function roomFor(ctx: AppContext, viewer: Viewer & { memberId: number }, boardId: number | null): Promise<Room> {
  const { memberMegabytes } = await loadSettings(ctx)
  const board = (await listAllBoards(ctx)).find(({ id }) => id === boardId)
  return {
    ownerId: viewer.memberId,
    boardId,
    // Who keeps the site in order is not stopped by its own limit.
    ownerMost: administers(viewer) || memberMegabytes === 0 ? null : memberMegabytes * MEGABYTE,
    boardMost: board && board.roomMegabytes > 0 ? board.roomMegabytes * MEGABYTE : null,
  }
}

/**
 * Whoever takes room waits here for others of the same member and board, so that what is summed next is still true when theirs is added. Always in
 * this order.
 */
export async function holdRoom(trx: Db, { ownerId, ownerMost, boardId, boardMost }: Room): Promise<void> {
  if (ownerMost !== null) await trx('members').where({ id: ownerId }).forUpdate().first('id')
  if (boardMost !== null) await trx('boards').where({ id: boardId }).forUpdate().first('id')
}

/** What lies there, and what is on its way: who gave one up without a word is not held to it for long. */
export async function roomTaken(
  db: Db,
  by: { ownerId: number } | { boardId: number },
  { now, except = 0 }: { now: Date; except?: number },
): Promise<number> {
  const coming = db('partial_uploads')
    .where(by)
    .whereNull('fileKey')
    .where('touchedAt', '>', new Date(now.getTime() - HOUR_MS))
    .whereNot('id', except)
  const [lies] = await db('files').where(by).sum<{ total: unknown }[]>({ total: 'bytes' })
  const [comes] = await coming.sum<{ total: unknown }[]>({ total: 'bytes' })
  return Number(lies?.total ?? 0) + Number(comes?.total ?? 0)
}

/** For a member's own page. `most`: null without a limit. */
export async function ownRoom(ctx: AppContext, viewer: Viewer & { memberId: number }): Promise<{ taken: number; most: number | null }> {
  const { ownerId, ownerMost } = await roomFor(ctx, viewer, null)
  const [lies] = await ctx.db('files').where({ ownerId }).sum<{ total: unknown }[]>({ total: 'bytes' })
  return { taken: Number(lies?.total ?? 0), most: ownerMost }
}
