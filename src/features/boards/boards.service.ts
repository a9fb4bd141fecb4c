import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { renderMarkdown } from '../../lib/html/markdown.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { BoardForm } from './board-form.types.ts'
import { canManageBoards } from './boards.policy.ts'
import { BOARDS_MEMORY_KEY } from './boards.read-models.ts'
import * as repository from './boards.repository.ts'
import type { Board } from './boards.types.ts'
import { firstBoards, firstGroup } from './first-boards.types.ts'

export const takeNextNumber = (trx: Db, boardId: number): Promise<number> => repository.takeNextNumber(trx, boardId)

/** @returns the new board's id, or null when another board has this address */
export async function createBoard(ctx: AppContext, viewer: Viewer, form: BoardForm): Promise<number | null> {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators make boards')
  return unlessTaken(ctx, () =>
    inTransaction(ctx.db, async (trx) => {
      const group = form.groupId ?? (await repository.findAnyGroup(trx))?.id ?? (await repository.insertGroupOnce(trx, firstGroup))
      if (group === null) throw new Error('the group of boards is being made elsewhere')
      return repository.insertBoard(trx, { ...withTexts(form), groupId: group, createdAt: ctx.clock.now() })
    }),
  )
}

/** @returns false when another board has this address */
export async function updateBoard(ctx: AppContext, viewer: Viewer, board: Board, form: BoardForm): Promise<boolean> {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators change boards')
  return (
    (await unlessTaken(ctx, () =>
      repository.updateBoard(ctx.db, board.id, { ...withTexts(form), groupId: form.groupId ?? board.groupId }),
    )) !== null
  )
}

/**
 * On an empty database: the boards that a community would want. Of nodes that start at once the first to name the group makes them.
 * Groups are never deleted, so boards that an owner took away don't come back.
 */
export async function ensureFirstBoards(ctx: Pick<AppContext, 'db' | 'clock' | 'memory'>): Promise<void> {
  if (await repository.findAnyGroup(ctx.db)) return
  await inTransaction(ctx.db, async (trx) => {
    const groupId = await repository.insertGroupOnce(trx, firstGroup)
    if (groupId === null) return
    for (const board of firstBoards)
      await repository.insertBoard(trx, { ...withTexts(BoardForm.parse(board)), groupId, createdAt: ctx.clock.now() })
  })
  await ctx.memory.forget(BOARDS_MEMORY_KEY)
}

/** Texts above and below are rendered when they are saved: a page prints them as they are. */
const withTexts = (form: BoardForm) => ({
  ...form,
  aboveHtmlKo: renderMarkdown(form.aboveKo).html,
  aboveHtmlEn: renderMarkdown(form.aboveEn).html,
  belowHtmlKo: renderMarkdown(form.belowKo).html,
  belowHtmlEn: renderMarkdown(form.belowEn).html,
})

async function unlessTaken<T>(ctx: AppContext, write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  } finally {
    await ctx.memory.forget(BOARDS_MEMORY_KEY)
  }
}
