import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { Board } from '../boards/boards.types.ts'
import { listDetails } from './lists/list-details.read-models.ts'
import { type ListPage, noticeSlices, noticesOf, readableBoards } from './lists/list-pages.read-models.ts'
import type { ListQuery } from './lists/list-query.types.ts'
import type { ReadList } from './lists/lists.read-models.ts'
import {
  aboveBlock,
  aboveInBlock,
  type Blocks,
  countOlder,
  loadBlocks,
  type Rank,
  startIn,
  totalOf,
} from './lists/page-index.read-models.ts'
import { listSlice, type SliceOptions, selectSlices } from './lists/post-rows.read-models.ts'
import type { ListedPost, Post } from './posts.types.ts'
import { relatedSlice } from './related-posts/related.read-models.ts'
import { loadReplies } from './replies/list-replies.read-models.ts'

/** Where a post stands in the list that its reader came from. */
export interface Place extends PlaceRow {
  list: ReadList
  total: number
  blocks: Blocks
}

/** Of a list by number: how many of its block stand above. Of a ranked one: the post's rank. */
export interface PlaceRow {
  above?: number
  listRank?: Rank | null
}

/** Adds the place to the statement that reads the post. In a ranked list nobody can tell a post's page: it is the one that its reader came from. */
export function withPlace(db: Db, post: ReturnType<Db['queryBuilder']>, list: ReadList, number: number): void {
  if (list.rankColumn === 'number') void post.select(aboveInBlock(db, list, number))
  else void post.leftJoin('post_ranks as r', 'r.postId', 'p.id').select(`r.${list.rankColumn} as listRank`)
}

/** What of the place the post's own statement doesn't tell. */
export async function loadTotal(ctx: AppContext, list: ReadList): Promise<Pick<Place, 'total' | 'blocks'>> {
  const [blocks, older] = await Promise.all([loadBlocks(ctx, list), countOlder(list)])
  return { blocks, total: totalOf(blocks, list) - older }
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
  const rank = byNumber ? post.number : (place.listRank ?? null)
  const slice = (part: string, options: SliceOptions) => listSlice(db, part, place.list, options)
  const boards = await readableBoards(ctx, viewer)
  // The page around the post mostly holds its neighbours, but for the first and the last on it.
  const near = byNumber && post.pinnedAt === null
  const holds = (name: string, least: number) => near && page.slices.some(({ part, limit }) => part === name && limit >= least)
  const neighbours =
    rank === null
      ? []
      : [
          ...(holds('above', 1) ? [] : [slice('newer', { direction: 'above', rank, limit: 1 })]),
          ...(holds('rest', 2) ? [] : [slice('older', { rank, limit: 1 })]),
        ]
  const slices = [
    ...(await noticeSlices(ctx, viewer, board, boards)),
    ...page.slices.map(({ part, ...options }) => slice(part, options)),
    ...neighbours,
    ...(board.consultation ? [] : [relatedSlice(db, 'related', board, post)]),
  ]
  const details = listDetails(db, viewer, board)
  const parts = await selectSlices(db, slices, details)
  const rows = page.slices.flatMap(({ part }) => parts.get(part) ?? [])
  return {
    list: {
      query: { ...query, page: page.before / board.pageSize + 1 },
      total: place.total,
      before: page.before,
      notices: noticesOf(parts, board),
      rows,
      replies: await loadReplies(db, board, rows, details),
      boards,
    },
    newer: (parts.get('newer') ?? parts.get('above')?.slice(-1))?.[0] ?? null,
    older: (parts.get('older') ?? parts.get('rest')?.filter(({ number }) => number < post.number))?.[0] ?? null,
    related: parts.get('related') ?? [],
  }
}

interface PageOfPost {
  before: number
  slices: (SliceOptions & { part: string })[]
}

/** Around the post itself: those above it on its page, then it and what follows. */
function pageOfNumber({ pageSize }: Board, { number, pinnedAt, place }: Parameters<typeof loadSurroundings>[3]['post']): PageOfPost {
  const above = pinnedAt === null ? aboveBlock(place.blocks, number) + (place.above ?? 0) : 0
  // A hidden post may be older than all that is listed: the last page still is its place.
  const before = Math.floor(Math.min(above, Math.max(0, place.total - 1)) / pageSize) * pageSize
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
function pageOfRank({ pageSize }: Board, { page }: ListQuery, { blocks, total }: Place): PageOfPost {
  const before = (page - 1) * pageSize
  if (before >= total) return { before: 0, slices: [{ part: 'rows', limit: pageSize }] }
  const { belowRank, skip } = startIn(blocks, before)
  return { before, slices: [{ part: 'rows', rank: belowRank, limit: pageSize, skip }] }
}
