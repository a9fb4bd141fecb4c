import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { Board } from '../boards/boards.types.ts'
import { listDetails } from './list-details.read-models.ts'
import { type ListPage, noticeSlices, noticesOf, readableBoards } from './list-pages.read-models.ts'
import type { ListQuery } from './list-query.types.ts'
import type { ReadList } from './lists.read-models.ts'
import { pageStart, placeColumns, type Rank } from './page-index.read-models.ts'
import { listSlice, type SliceOptions, selectSlices } from './post-rows.read-models.ts'
import type { ListedPost, Post } from './posts.types.ts'
import { relatedSlice } from './related.read-models.ts'

/** Where a post stands in the list that its reader came from. */
export interface Place extends PlaceRow {
  list: ReadList
}

/** Of a list by number: how many stand above. Of a ranked one: the post's rank, and where the page begins that its reader came from. */
export interface PlaceRow {
  total: number | null
  above: number | null
  listRank: Rank | null
  beforeBlock: number | null
  belowRank: Rank | null
}

/** Adds the place to the statement that reads the post. In a ranked list nobody can tell a post's page: it is the one that its reader came from. */
export function withPlace(db: Db, post: ReturnType<Db['queryBuilder']>, list: ReadList, at: { number: number; before: number }): void {
  if (list.rankColumn === 'number') {
    void post.select(...placeColumns(db, list, at.number))
    return
  }
  void post
    .leftJoin('post_ranks as r', 'r.postId', 'p.id')
    .joinRaw('LEFT JOIN (?) AS start ON TRUE', [pageStart(db, list, at.before)] as never)
    .select(`r.${list.rankColumn} as listRank`, 'start.total', 'start.beforeBlock', 'start.belowRank')
}

export interface Surroundings {
  list: ListPage
  newer: ListedPost | null
  older: ListedPost | null
  /** Posts of the board that are near to it; none where everyone sees their own alone. */
  related: ListedPost[]
}

/** The page of the list on which the post stands, and its neighbours there: one statement. A notice stands above the first page. */
export async function loadSurroundings(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  { post, query }: { post: Pick<Post, 'id' | 'number' | 'pinnedAt'> & { place: Place }; query: ListQuery },
): Promise<Surroundings> {
  const { db } = ctx
  const { place } = post
  const byNumber = place.list.rankColumn === 'number'
  const page = byNumber ? pageOfNumber(board, post) : pageOfRank(board, query, place)
  const rank = byNumber ? post.number : place.listRank
  const slice = (part: string, options: SliceOptions) => listSlice(db, part, place.list, options)
  const boards = await readableBoards(ctx, viewer)
  const slices = [
    ...noticeSlices(db, viewer, board, boards),
    ...page.slices.map(({ part, ...options }) => slice(part, options)),
    ...(rank === null ? [] : [slice('newer', { direction: 'above', rank, limit: 1 }), slice('older', { rank, limit: 1 })]),
    ...(board.consultation ? [] : [relatedSlice(db, 'related', board, post)]),
  ]
  const parts = await selectSlices(db, slices, listDetails(db, viewer, board))
  const rows = page.slices.flatMap(({ part }) => parts.get(part) ?? [])
  return {
    list: {
      query: { ...query, page: page.before / board.pageSize + 1 },
      total: place.total ?? 0,
      before: page.before,
      notices: noticesOf(parts, board),
      rows,
      boards,
    },
    newer: parts.get('newer')?.[0] ?? null,
    older: parts.get('older')?.[0] ?? null,
    related: parts.get('related') ?? [],
  }
}

interface PageOfPost {
  before: number
  slices: (SliceOptions & { part: string })[]
}

/** Around the post itself: those above it on its page, then it and what follows. */
function pageOfNumber({ pageSize }: Board, { number, pinnedAt, place }: Parameters<typeof loadSurroundings>[3]['post']): PageOfPost {
  const total = place.total ?? 0
  const above = pinnedAt === null ? (place.above ?? 0) : 0
  // A hidden post may be older than all that is listed: the last page still is its place.
  const before = Math.floor(Math.min(above, Math.max(0, total - 1)) / pageSize) * pageSize
  const rowsAbove = above - before
  return {
    before,
    slices: [
      { part: 'above', direction: 'above', rank: number, limit: rowsAbove },
      { part: 'rest', limit: pageSize - rowsAbove, ...(pinnedAt === null ? { rank: number, including: true } : {}) },
    ],
  }
}

/** Past the end of the list (it has changed meanwhile) it begins anew. */
function pageOfRank({ pageSize }: Board, { page }: ListQuery, { beforeBlock, belowRank }: Place): PageOfPost {
  if (beforeBlock === null) return { before: 0, slices: [{ part: 'rows', limit: pageSize }] }
  const before = (page - 1) * pageSize
  return { before, slices: [{ part: 'rows', rank: belowRank, limit: pageSize, skip: before - beforeBlock }] }
}
