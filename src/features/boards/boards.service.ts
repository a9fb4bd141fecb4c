import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import { BoardForm } from './board-form.types.ts'
import { shareGroup } from './board-groups.repository.ts'
import { renderedBoardTexts } from './board-texts.types.ts'
import { canManageBoards } from './boards.policy.ts'
import { BOARDS_MEMORY_KEY } from './boards.read-models.ts'
import * as repository from './boards.repository.ts'
import type { Board } from './boards.types.ts'
import { firstBoards, firstGroup } from './first-boards.types.ts'

/** @returns the last of so many next numbers @throws Conflict when the board was merged into another or deleted meanwhile */
export async function takeNumbers(trx: Db, boardId: number, count: number): Promise<number> {
  const last = await repository.takeNumbers(trx, boardId, count)
  if (last === undefined) throw new Conflict('the board is gone', 'boards.gone')
  return last
}

/** @returns the new board's id, or null when another board has this address, or had it */
export async function createBoard(ctx: AppContext, viewer: Viewer, form: BoardForm): Promise<number | null> {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators make boards')
  return unlessTaken(ctx, () =>
    inTransaction(ctx.db, async (trx) => {
      const group = form.groupId ?? (await repository.findAnyGroup(trx))?.id ?? (await repository.insertGroupOnce(trx, firstGroup))
      if (group === null) throw new Error('the group of boards is being made elsewhere')
      await enterGroup(trx, group)
      const id = await repository.insertBoard(trx, { ...withTexts(form), groupId: group, createdAt: ctx.clock.now() })
      await takeAddress(trx, id, form.slug)
      return id
    }),
  )
}

/**
 * Where the address changes, the old one leads to the new for ever.
 * @param also what belongs into the same transaction: the record of the change
 * @returns false when another board has this address, or had it
 */
export async function updateBoard(
  ctx: AppContext,
  viewer: Viewer,
  board: Pick<Board, 'id' | 'groupId'>,
  form: BoardForm,
  also: (trx: Db) => Promise<void> = async () => {},
): Promise<boolean> {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators change boards')
  const saved = await unlessTaken(ctx, () =>
    inTransaction(ctx.db, async (trx) => {
      const held = await repository.holdBoard(trx, board.id)
      if (!held) throw new Conflict('the board is gone', 'boards.gone')
      const groupId = form.groupId ?? board.groupId
      if (groupId !== board.groupId) await enterGroup(trx, groupId)
      await repository.updateBoard(trx, board.id, { ...withTexts(form), groupId })
      if (held.slug !== form.slug) {
        await takeAddress(trx, board.id, form.slug)
        await repository.insertAddress(trx, { slug: held.slug, boardId: board.id, numberedAs: board.id, createdAt: ctx.clock.now() })
      }
      await also(trx)
      return true
    }),
  )
  return saved === true
}

async function enterGroup(trx: Db, groupId: number): Promise<void> {
  if (!(await shareGroup(trx, groupId))) throw new Conflict('the group is gone', 'boards.groupGone')
}

class AddressTaken extends Error {}

/** After the board has it: who wants one that another board is just leaving has waited by then, and finds it kept. */
async function takeAddress(trx: Db, boardId: number, slug: string): Promise<void> {
  const former = await repository.findAddress(trx, slug)
  if (!former) return
  // One's own may be taken back; not that of a board that was merged into this one, whose numbers are others.
  if (former.boardId !== boardId || former.numberedAs !== boardId) throw new AddressTaken(slug)
  await repository.deleteAddress(trx, slug)
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

const withTexts = (form: BoardForm) => ({ ...form, ...renderedBoardTexts(form) })

async function unlessTaken<T>(ctx: AppContext, write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicateKey(error) || error instanceof AddressTaken) return null
    throw error
  } finally {
    await ctx.memory.forget(BOARDS_MEMORY_KEY)
  }
}
