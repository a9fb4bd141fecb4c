import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { deleteCategoriesOf } from './board-categories.repository.ts'
import { adoptCategories } from './board-categories.service.ts'
import * as repository from './board-merges.repository.ts'
import { canManageBoards } from './boards.policy.ts'
import { BOARDS_MEMORY_KEY } from './boards.read-models.ts'
import { holdBoard, insertAddress } from './boards.repository.ts'
import type { Board } from './boards.types.ts'

export type { BoardMerge } from './board-merges.repository.ts'

export const listMerges = (db: Db): Promise<repository.BoardMerge[]> => repository.selectMerges(db)
export const holdMerge = (trx: Db, fromBoardId: number): Promise<repository.BoardMerge | undefined> =>
  repository.holdMerge(trx, fromBoardId)

/**
 * From COMMIT on the board takes no new posts. @param also the record of it, in the same transaction
 * @returns null when one of the two is part of another merge, or gone
 */
export async function beginMerge(
  ctx: AppContext,
  viewer: Viewer,
  { from, into }: { from: Pick<Board, 'id'>; into: Pick<Board, 'id'> },
  also: (trx: Db) => Promise<void>,
): Promise<repository.BoardMerge | null> {
  if (viewer.memberId === null || !canManageBoards(viewer)) throw new Forbidden('administrators merge boards')
  const merge = { fromBoardId: from.id, intoBoardId: into.id, moderatorId: viewer.memberId, createdAt: ctx.clock.now() }
  const begun = await inTransaction(ctx.db, async (trx) => {
    // In one order for everybody: two who merge crosswise don't wait for each other.
    for (const id of [from.id, into.id].sort((a, b) => a - b)) if (!(await holdBoard(trx, id))) return false
    const others = [...(await repository.holdMergesOf(trx, from.id)), ...(await repository.holdMergesOf(trx, into.id))]
    // Into one board several may be merged at once; what is on its way itself takes nothing in.
    if (others.some((other) => other.intoBoardId !== into.id || other.fromBoardId === from.id)) return false
    await repository.insertMerge(trx, merge)
    await adoptCategories(trx, from.id, into.id)
    await also(trx)
    return true
  })
  await ctx.memory.forget(BOARDS_MEMORY_KEY)
  return begun ? merge : null
}

/** In the transaction that found the board without posts: it goes, and its addresses lead to the other. */
export async function finishMerge(trx: Db, { fromBoardId, intoBoardId }: repository.BoardMerge, now: Date): Promise<void> {
  const board = await holdBoard(trx, fromBoardId)
  await repository.redirectAddresses(trx, fromBoardId, intoBoardId)
  await deleteCategoriesOf(trx, fromBoardId)
  await repository.deleteBoard(trx, fromBoardId)
  if (board) await insertAddress(trx, { slug: board.slug, boardId: intoBoardId, numberedAs: fromBoardId, createdAt: now })
  await repository.deleteMerge(trx, fromBoardId)
}

/** Holds a board so that nobody writes on it, to see whether it has posts. @returns false when it is part of a merge, or gone */
export async function holdForDeletion(trx: Db, boardId: number): Promise<boolean> {
  const held = await holdBoard(trx, boardId)
  await repository.holdNumbers(trx, boardId)
  return held !== undefined && (await repository.holdMergesOf(trx, boardId)).length === 0
}

export const holdNumbers = (trx: Db, boardId: number) => repository.holdNumbers(trx, boardId)

/** With its categories, moderators and old addresses; in a transaction that found it empty. */
export async function dropBoard(trx: Db, boardId: number): Promise<void> {
  await deleteCategoriesOf(trx, boardId)
  await repository.deleteBoard(trx, boardId)
}

/** After COMMIT of what took a board away. */
export const boardsChanged = (ctx: AppContext): Promise<void> => ctx.memory.forget(BOARDS_MEMORY_KEY)
