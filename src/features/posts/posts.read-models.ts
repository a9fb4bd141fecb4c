import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { Forbidden, LogInFirst, NotFound } from '../../lib/http/errors.ts'
import { canReadOn, canWriteOn, seesAllPosts } from '../boards/boards.policy.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { countListed, findPageStart } from './page-index.read-models.ts'
import { byPinning, listedSlice, noticeSlice, type Slice, type SliceOptions, selectSlices } from './post-rows.read-models.ts'
import { canDeletePost, canEditPost, canReadPost } from './posts.policy.ts'
import { findPost, findSource } from './posts.repository.ts'
import type { ListedPost, Post } from './posts.types.ts'

/** One numbered page of a board's list. */
export interface ListPage {
  page: number
  total: number
  /** How many posts stand above the first row. */
  before: number
  notices: ListedPost[]
  rows: ListedPost[]
}

/** @returns null past the end of the list; page 1 always exists */
export async function loadListPage(db: Db, board: Board, page: number): Promise<ListPage | null> {
  const start = await findPageStart(db, board.id, { page, pageSize: board.pageSize })
  if (!start && page > 1) return null
  const slices = [noticeSlice(db, 'notices', board.id, board.noticeLimit)]
  if (start) slices.push(listedSlice(db, 'rows', board.id, { number: start.belowNumber, limit: board.pageSize, skip: start.skip }))
  const parts = await selectSlices(db, slices)
  return {
    page,
    total: start?.total ?? 0,
    before: (page - 1) * board.pageSize,
    notices: byPinning(parts.get('notices') ?? []),
    rows: parts.get('rows') ?? [],
  }
}

export const countListPages = async (db: Db, board: Board): Promise<number> =>
  Math.max(1, Math.ceil((await countListed(db, board.id)) / board.pageSize))

/**
 * @throws NotFound when there is no such post, or none for this viewer. Where titles are listed to all but read by members, the post is no
 * secret: the way in is said instead.
 */
export async function loadPost(ctx: AppContext, viewer: Viewer, board: Board, number: number): Promise<Post> {
  return admit(viewer, board, await findPost(ctx.db, board.id, number))
}

/** @throws what the viewer is to be told in place of the post */
export function admit<P extends Pick<Post, 'authorId' | 'status' | 'secret'>>(viewer: Viewer, board: Board, post: P | undefined): P {
  if (!canReadOn(viewer, board)) throw viewer.memberId === null ? new LogInFirst() : new Forbidden('read level', 'posts.mayNotRead')
  // Its row stands in the list for all to see: only what it says is secret.
  if (post?.status === 'visible' && post.secret === 1 && seesAllPosts(viewer, board) && !canReadPost(viewer, board, post)) {
    throw viewer.memberId === null ? new LogInFirst() : new Forbidden('secret', 'posts.secret')
  }
  if (!post || !canReadPost(viewer, board, post)) throw new NotFound('no such post')
  return post
}

export interface Surroundings {
  list: ListPage
  newer: ListedPost | null
  older: ListedPost | null
}

/** The page of the list on which the post stands now, and its neighbours: one statement. A notice stands above the first page. */
export async function loadSurroundings(
  db: Db,
  board: Board,
  post: Pick<Post, 'number' | 'pinnedAt'> & { above: number; total: number },
): Promise<Surroundings> {
  const isNotice = post.pinnedAt !== null
  const above = isNotice ? 0 : post.above
  // A hidden post may be older than all that is listed: the last page still is its place.
  const before = Math.floor(Math.min(above, Math.max(0, post.total - 1)) / board.pageSize) * board.pageSize
  const rowsAbove = above - before
  const slice = (part: string, options: SliceOptions): Slice => listedSlice(db, part, board.id, options)
  const parts = await selectSlices(db, [
    noticeSlice(db, 'notices', board.id, board.noticeLimit),
    slice('above', { direction: 'above', number: post.number, limit: rowsAbove }),
    slice('rest', { limit: board.pageSize - rowsAbove, ...(isNotice ? {} : { number: post.number, including: true }) }),
    slice('newer', { direction: 'above', number: post.number, limit: 1 }),
    slice('older', { number: post.number, limit: 1 }),
  ])
  const rows = [...(parts.get('above') ?? []), ...(parts.get('rest') ?? [])]
  const notices = byPinning(parts.get('notices') ?? [])
  return {
    list: { page: before / board.pageSize + 1, total: post.total, before, notices, rows },
    newer: parts.get('newer')?.[0] ?? null,
    older: parts.get('older')?.[0] ?? null,
  }
}

/** For the pages that ask before something is changed. */
export async function loadOwnPost(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  { number, may }: { number: number; may: 'edit' | 'delete' },
): Promise<Post> {
  const post = await loadPost(ctx, viewer, board, number)
  if (may === 'edit' && !canEditPost(viewer, board, post)) throw new Forbidden('may not edit', 'posts.mayNotEdit')
  if (may === 'delete' && !canDeletePost(viewer, board, post)) throw new Forbidden('may not delete', 'posts.mayNotDelete')
  return post
}

export const loadSource = async (ctx: AppContext, post: Pick<Post, 'id'>): Promise<string> => (await findSource(ctx.db, post.id)) ?? ''

export async function loadBoardToWriteOn(ctx: AppContext, viewer: Viewer, slug: string): Promise<Board> {
  const board = await loadBoard(ctx, viewer, slug)
  if (!canWriteOn(viewer, board)) throw new Forbidden('write level', 'posts.mayNotWrite')
  return board
}
