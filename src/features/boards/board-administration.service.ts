import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { canManageBoards } from './boards.policy.ts'
import { BOARDS_MEMORY_KEY, listAllBoards } from './boards.read-models.ts'
import * as repository from './boards.repository.ts'
import type { Board } from './boards.types.ts'

/** One place up or down among the boards of its group; all of them are numbered anew, for numbers may repeat. */
export async function moveBoard(ctx: AppContext, viewer: Viewer, board: Board, by: -1 | 1): Promise<void> {
  mustManage(viewer)
  const neighbours = (await listAllBoards(ctx)).filter(({ groupId }) => groupId === board.groupId)
  const at = neighbours.findIndex(({ id }) => id === board.id)
  const other = neighbours[at + by]
  if (!other) return
  neighbours[at + by] = board
  neighbours[at] = other
  await inTransaction(ctx.db, async (trx) => {
    for (const [index, { id }] of neighbours.entries()) await repository.updateBoard(trx, id, { position: index + 1 })
  })
  await ctx.memory.forget(BOARDS_MEMORY_KEY)
}

/** A new board stands last. */
export const nextPosition = async (ctx: AppContext): Promise<number> =>
  Math.max(0, ...(await listAllBoards(ctx)).map(({ position }) => position)) + 1

export async function addModerator(ctx: AppContext, viewer: Viewer, board: Board, memberId: number): Promise<void> {
  mustManage(viewer)
  await repository.insertModeratorOnce(ctx.db, { boardId: board.id, memberId, createdAt: ctx.clock.now() })
}

export async function removeModerator(ctx: AppContext, viewer: Viewer, board: Board, memberId: number): Promise<void> {
  mustManage(viewer)
  await repository.deleteModerator(ctx.db, { boardId: board.id, memberId })
}

function mustManage(viewer: Viewer): void {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators change boards')
}
