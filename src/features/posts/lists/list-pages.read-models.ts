import type { AppContext, Viewer } from '../../../context.ts'
import { whileUnchanged } from '../../../lib/cache/while-unchanged.ts'
import { canReadOn, isShownElsewhere, seesAllPosts } from '../../boards/boards.policy.ts'
import { listBoardsFor } from '../../boards/boards.read-models.ts'
import type { Board } from '../../boards/boards.types.ts'
import type { ListedPost } from '../posts.types.ts'
import { loadReplies } from '../replies/list-replies.read-models.ts'
import { listDetails } from './list-details.read-models.ts'
import type { ListQuery } from './list-query.types.ts'
import { listOf, withinPeriod } from './lists.read-models.ts'
import { findPageStart } from './page-index.read-models.ts'
import {
  byPinning,
  globalNoticeSlice,
  listSlice,
  noticeSlice,
  pinnedEverywhere,
  type Slice,
  selectSlices,
} from './post-rows.read-models.ts'

/** One numbered page of a board's list. */
export interface ListPage {
  query: ListQuery
  total: number
  /** How many posts stand above the first row. */
  before: number
  notices: ListedPost[]
  rows: ListedPost[]
  /** Those that hang below a row, by its id. */
  replies: ReadonlyMap<number, ListedPost[]>
  /** Whose notices may stand here. */
  boards: readonly Board[]
}

/** @returns null past the end of the list; page 1 always exists */
export async function loadListPage(ctx: AppContext, viewer: Viewer, board: Board, query: ListQuery): Promise<ListPage | null> {
  const { db } = ctx
  const list = await withinPeriod(ctx, listOf(db, viewer, board, query), query.period)
  const start = await findPageStart(ctx, list, { page: query.page, pageSize: board.pageSize })
  if (!start && query.page > 1) return null
  const boards = await readableBoards(ctx, viewer)
  const slices = await noticeSlices(ctx, viewer, board, boards)
  if (start) slices.push(listSlice(db, 'rows', list, { rank: start.belowRank, limit: board.pageSize, skip: start.skip }))
  const details = listDetails(db, viewer, board)
  const parts = await selectSlices(db, slices, details)
  const rows = parts.get('rows') ?? []
  return {
    query,
    total: start?.total ?? 0,
    before: (query.page - 1) * board.pageSize,
    notices: noticesOf(parts, board),
    rows,
    replies: await loadReplies(db, board, rows, details),
    boards,
  }
}

/** For who asks past the end. */
export async function countListPages(ctx: AppContext, viewer: Viewer, board: Board, query: ListQuery): Promise<number> {
  const list = await withinPeriod(ctx, listOf(ctx.db, viewer, board, query), query.period)
  const start = await findPageStart(ctx, list, { page: 1, pageSize: board.pageSize })
  return Math.max(1, Math.ceil((start?.total ?? 0) / board.pageSize))
}

export const readableBoards = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listBoardsFor(ctx, viewer)).filter((board) => canReadOn(viewer, board))

/** The board's own, and those of every board. Who sees their own posts alone sees of pinned ones what staff announced as well. */
export async function noticeSlices(ctx: AppContext, viewer: Viewer, board: Board, readable: readonly Board[]): Promise<Slice[]> {
  const { db } = ctx
  if (board.noticeLimit === 0) return []
  const [own, global] = await pinnedFor(ctx, board.id)
  const others = readable.filter((other) => other.id !== board.id && isShownElsewhere(viewer, other)).map(({ id }) => id)
  return [
    ...(own ? [ownSlice(viewer, board, noticeSlice(db, 'notices', board.id, board.noticeLimit))] : []),
    ...(global ? [globalNoticeSlice(db, others, board.noticeLimit)] : []),
  ]
}

/** Whether anything is pinned on the board, and anywhere for all boards: most pages needn't look for it. */
const pinnedFor = (ctx: AppContext, boardId: number): Promise<[own: boolean, global: boolean]> =>
  whileUnchanged(ctx, `pinned ${boardId}`, async () => {
    const own = noticeSlice(ctx.db, 'own', boardId, 1).ids
    const global = pinnedEverywhere(ctx.db, 1).ids
    const rows: { part: string }[] = await ctx.db.queryBuilder().unionAll([own, global], true)
    return [rows.some(({ part }) => part === 'own'), rows.some(({ part }) => part === 'global')]
  })

const ownSlice = (viewer: Viewer, board: Board, { part, ids }: Slice): Slice => ({
  part,
  ids: seesAllPosts(viewer, board)
    ? ids
    : ids.where((any) => any.where({ authorId: viewer.memberId ?? 0 }).orWhere({ announced: 1, secret: 0 })),
})

export const noticesOf = (parts: ReadonlyMap<string, ListedPost[]>, board: Board): ListedPost[] =>
  byPinning([...(parts.get('notices') ?? []), ...(parts.get('global') ?? [])]).slice(0, board.noticeLimit)
