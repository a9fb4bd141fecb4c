import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { adoptCategories } from '../boards/board-categories.service.ts'
import * as merges from '../boards/board-merges.service.ts'
import type { Board } from '../boards/boards.types.ts'
import { moveActs, moveActsOfBoard, recordAct } from '../moderation/moderation.service.ts'
import { forgetBoardLists, hasPosts, moveOldestPosts, rankLeftBehind, rankMoved } from '../posts/move-posts.service.ts'
import { moveScheduled } from '../posts/scheduled-posts/scheduled-posts.service.ts'

/** So many posts move while the administrator waits; a larger board is moved by the worker. */
const AT_ONCE = 1_000

/** @returns whether all has arrived, or is on its way; null when one of the boards is part of another merge */
export async function mergeBoards(
  ctx: AppContext,
  viewer: Viewer,
  { from, into }: { from: Board; into: Board },
): Promise<'done' | 'going' | null> {
  const merge = await merges.beginMerge(ctx, viewer, { from, into }, (trx) =>
    recordAct(trx, {
      moderatorId: viewer.memberId ?? 0,
      action: 'merge-board',
      boardId: into.id,
      memberId: null,
      reason: `${from.slug} → ${into.slug}`,
      createdAt: ctx.clock.now(),
    }),
  )
  if (!merge) return null
  return (await continueMerge(ctx, merge, AT_ONCE)) ? 'done' : 'going'
}

/**
 * Slice by slice, each in a transaction of its own: whatever stops this, the next run goes on where it was.
 * @param most so many posts at most
 * @returns whether the merge is done
 */
export async function continueMerge(ctx: AppContext, merge: merges.BoardMerge, most = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let moved = 0; moved < most; ) {
    const count = await moveSlice(ctx, merge)
    if (count === 0 && (await finish(ctx, merge))) return true
    moved += count
  }
  return false
}

async function moveSlice(ctx: AppContext, { fromBoardId: from, intoBoardId: into }: merges.BoardMerge): Promise<number> {
  const ids = await inTransaction(ctx.db, async (trx) => {
    if (!(await merges.holdMerge(trx, from))) return []
    const posts = await moveOldestPosts(trx, { from, into, categories: await adoptCategories(trx, from, into) })
    await moveActs(trx, posts, into)
    return posts
  })
  if (ids.length > 0) await rankMoved(ctx, { from, into }, ids)
  return ids.length
}

/** @returns false when somebody's post came in at the last moment: it is moved, too */
async function finish(ctx: AppContext, merge: merges.BoardMerge): Promise<boolean> {
  const { fromBoardId: from, intoBoardId: into } = merge
  await rankLeftBehind(ctx, { from, into })
  const done = await inTransaction(ctx.db, async (trx) => {
    if (!(await merges.holdMerge(trx, from))) return true
    await merges.holdNumbers(trx, from)
    if (await hasPosts(trx, from)) return false
    await forgetBoardLists(trx, from)
    await moveActsOfBoard(trx, from, into)
    await moveScheduled(trx, from, into)
    await merges.finishMerge(trx, merge, ctx.clock.now())
    return true
  })
  await merges.boardsChanged(ctx)
  return done
}

/** @returns false when it has posts, whatever their state, or is part of a merge */
export async function deleteBoard(ctx: AppContext, viewer: Viewer, board: Board): Promise<boolean> {
  const deleted = await inTransaction(ctx.db, async (trx) => {
    if (!(await merges.holdForDeletion(trx, board.id)) || (await hasPosts(trx, board.id))) return false
    await forgetBoardLists(trx, board.id)
    await merges.dropBoard(trx, board.id)
    const about = { moderatorId: viewer.memberId ?? 0, memberId: null, createdAt: ctx.clock.now() }
    await recordAct(trx, { ...about, action: 'delete-board', reason: `${board.nameKo} (/${board.slug})` })
    return true
  })
  await merges.boardsChanged(ctx)
  return deleted
}
