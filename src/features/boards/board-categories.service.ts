import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import * as repository from './board-categories.repository.ts'
import type { BoardCategory } from './board-categories.types.ts'
import { type CategoryDeleted, categoryDeleted } from './boards.events.ts'
import { canManageBoards } from './boards.policy.ts'
import { BOARDS_MEMORY_KEY } from './boards.read-models.ts'
import { holdBoard } from './boards.repository.ts'
import type { Board } from './boards.types.ts'

export type CategoryDraft = Pick<BoardCategory, 'nameKo' | 'nameEn' | 'color' | 'writeLevel'>

/** A new one stands last. @returns false when the board has one of this name */
export const createCategory = (ctx: AppContext, viewer: Viewer, board: Pick<Board, 'id'>, draft: CategoryDraft): Promise<boolean> =>
  change(ctx, viewer, board, async (trx, categories) => {
    if (isNamed(categories, draft)) return false
    await repository.insertCategory(trx, { ...draft, boardId: board.id, position: (categories.at(-1)?.position ?? 0) + 1 })
    return true
  })

/** @returns false when the board has another one of this name */
export const updateCategory = (ctx: AppContext, viewer: Viewer, category: BoardCategory, draft: CategoryDraft): Promise<boolean> =>
  change(ctx, viewer, { id: category.boardId }, async (trx, categories) => {
    const others = categories.filter(({ id }) => id !== category.id)
    if (isNamed(others, draft)) return false
    await repository.updateCategory(trx, category.id, draft)
    return true
  })

export const moveCategory = (ctx: AppContext, viewer: Viewer, category: BoardCategory, by: -1 | 1): Promise<boolean> =>
  change(ctx, viewer, { id: category.boardId }, async (trx, categories) => {
    const at = categories.findIndex(({ id }) => id === category.id)
    const [moved, other] = [categories[at], categories[at + by]]
    if (!moved || !other) return false
    categories[at + by] = moved
    categories[at] = other
    for (const [index, { id }] of categories.entries()) await repository.updateCategory(trx, id, { position: index + 1 })
    return true
  })

/** Nobody can choose it any more; its posts are told of it after COMMIT, and stay. */
export const deleteCategory = (ctx: AppContext, viewer: Viewer, category: BoardCategory): Promise<boolean> =>
  change(ctx, viewer, { id: category.boardId }, async (trx) => {
    if ((await repository.deleteCategory(trx, category.id)) === 0) return false
    await addToOutbox(trx, categoryDeleted, { categoryId: category.id } satisfies CategoryDeleted)
    return true
  })

/**
 * For one board's categories that another takes over: which of its own stands for which. One of the same name does; what is missing is made.
 * Doing it again comes to the same.
 */
export async function adoptCategories(trx: Db, from: number, into: number): Promise<Map<number, number>> {
  const theirs = await repository.holdCategories(trx, from)
  const own = await repository.holdCategories(trx, into)
  const adopted = new Map<number, number>()
  let position = own.at(-1)?.position ?? 0
  for (const { id, ...category } of theirs) {
    const known = own.find(({ nameKo }) => nameKo === category.nameKo)
    position += 1
    adopted.set(id, known?.id ?? (await repository.insertCategory(trx, { ...category, boardId: into, position })))
  }
  return adopted
}

/** Those that it hasn't yet. */
export const addCategoriesOf = (
  ctx: AppContext,
  viewer: Viewer,
  { from, to }: { from: Pick<Board, 'id'>; to: Pick<Board, 'id'> },
): Promise<boolean> => change(ctx, viewer, to, async (trx) => (await adoptCategories(trx, from.id, to.id)).size > 0)

async function change(
  ctx: AppContext,
  viewer: Viewer,
  board: Pick<Board, 'id'>,
  work: (trx: Db, categories: BoardCategory[]) => Promise<boolean>,
): Promise<boolean> {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators change boards')
  const changed = await inTransaction(ctx.db, async (trx) => {
    // The board's row is the lock: names stay apart, places stay in order.
    await holdBoard(trx, board.id)
    return work(trx, await repository.holdCategories(trx, board.id))
  })
  await ctx.memory.forget(BOARDS_MEMORY_KEY)
  return changed
}

const isNamed = (categories: readonly BoardCategory[], { nameKo }: CategoryDraft): boolean =>
  categories.some((each) => each.nameKo === nameKo)
