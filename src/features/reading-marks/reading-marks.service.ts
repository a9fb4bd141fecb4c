import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { LogInFirst } from '../../lib/http/errors.ts'
import { listMergedBoardIds } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { raiseFloor, seeAllComments, seeOwnComment, upsertRead } from './reading-marks.repository.ts'

/** Remembers that a member opened a post, and what of its comments was there to see. Nobody waits for it. */
export function rememberReading(ctx: AppContext, { memberId }: Viewer, postId: number): void {
  if (memberId === null) return
  upsertRead(ctx.db, { memberId, postId, readAt: ctx.clock.now() }).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'a post that was read stays unread'),
  )
}

/** What a member wrote where the page stayed is shown to them by no page: lists would call it new. */
export function rememberOwnComment(ctx: AppContext, { memberId }: Viewer, postId: number, number: number): void {
  if (memberId === null) return
  seeOwnComment(ctx.db, { memberId, postId, number }).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'a comment of their own is new to a member'),
  )
}

/** 모두 읽음: everything that stands on the board now. */
export async function markBoardRead(ctx: AppContext, viewer: Viewer, board: Board): Promise<void> {
  const { memberId } = viewer
  if (memberId === null) throw new LogInFirst()
  const boardIds = [board.id, ...(await listMergedBoardIds(ctx, board))]
  await inTransaction(ctx.db, async (trx) => {
    for (const boardId of boardIds) await raiseFloor(trx, memberId, boardId)
    await seeAllComments(trx, memberId, board.id)
  })
}
