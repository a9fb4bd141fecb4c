import type { AppContext, Viewer } from '../../context.ts'
import { isShownElsewhere } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { mutedAmong, withMutes } from '../mutes/mutes.read-models.ts'
import { byPinning, listedSlice, noticeSlice, openSlice, selectSlices } from './lists/post-rows.read-models.ts'
import type { ListedPost, PopularPeriod, PopularPost } from './posts.types.ts'

const DAY_MS = 86_400_000
const PERIOD_DAYS: Record<PopularPeriod, number> = { day: 1, week: 7, month: 30 }
/** As many as the page of popular posts has; a column beside the page shows the first few. */
const POPULAR = 50
/** So many secret posts among the best leave the others their places. */
const MOST_SECRET = 20
export const POPULAR_MEMORY_KEY = 'popular'

export interface BoardLatest {
  board: Board
  posts: ListedPost[]
}

export interface Overview {
  boards: BoardLatest[]
  notices: { board: Board; post: ListedPost }[]
}

/** Boards whose posts one may meet elsewhere: beside other boards' on the front page, in lists of the whole site. */
export const boardsShownElsewhere = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listBoardsFor(ctx, viewer)).filter((board) => isShownElsewhere(viewer, board))

/** The newest posts of every board that one may read, and the newest notices: one statement. */
export async function loadOverview(
  ctx: AppContext,
  viewer: Viewer,
  { latest, notices, groupId }: { latest: number; notices: number; groupId?: number },
): Promise<Overview> {
  const all = await boardsShownElsewhere(ctx, viewer)
  const boards = groupId === undefined ? all : all.filter((board) => board.groupId === groupId)
  const parts = await selectSlices(
    ctx.db,
    boards.flatMap((board) => [
      openSlice(listedSlice(ctx.db, `latest-${board.id}`, board.id, { limit: latest })),
      openSlice(noticeSlice(ctx.db, `notices-${board.id}`, board.id, Math.min(notices, board.noticeLimit))),
    ]),
    withMutes(ctx.db, viewer),
  )
  const byId = new Map(boards.map((board) => [board.id, board]))
  const pinned = byPinning(boards.flatMap((board) => parts.get(`notices-${board.id}`) ?? [])).slice(0, notices)
  return {
    boards: boards.map((board) => ({
      board,
      posts: filledUp(parts.get(`latest-${board.id}`) ?? [], parts.get(`notices-${board.id}`) ?? [], latest),
    })),
    notices: pinned.flatMap((post) => {
      const board = byId.get(post.boardId)
      return board ? [{ board, post }] : []
    }),
  }
}

/** A board of notices alone isn't empty: where there is room, they stand among the others. */
const filledUp = (posts: ListedPost[], notices: ListedPost[], limit: number): ListedPost[] =>
  posts.length >= limit ? posts : [...posts, ...notices].sort((a, b) => b.number - a.number).slice(0, limit)

/**
 * Most recommended and talked about of the last day, week or month, of the boards that one may read. Everyone who reads the same boards
 * shares the answer.
 */
export async function listPopularPosts(ctx: AppContext, viewer: Viewer, period: PopularPeriod = 'week'): Promise<PopularPost[]> {
  const boards = await boardsShownElsewhere(ctx, viewer)
  if (boards.length === 0) return []
  const ids = boards.map(({ id }) => id)
  const rows = await ctx.memory.get(`${POPULAR_MEMORY_KEY}:${period}:${ids.join(',')}`, () => selectPopular(ctx, ids, period))
  const slugs = new Map(boards.map(({ id, slug }) => [id, slug]))
  return rows.map((post) => ({ ...post, slug: slugs.get(post.boardId) ?? '' }))
}

/** Of each list those by members whom the reader muted are marked: one statement, none for guests. */
export async function withMuted(ctx: AppContext, viewer: Viewer, lists: readonly PopularPost[][]): Promise<PopularPost[][]> {
  const authors = lists.flat().flatMap(({ shownAuthorId }) => shownAuthorId ?? [])
  const muted = await mutedAmong(ctx.db, viewer, authors)
  const isMuted = ({ shownAuthorId }: PopularPost) => shownAuthorId !== null && muted.has(shownAuthorId)
  return lists.map((posts) => posts.map((post) => ({ ...post, muted: isMuted(post) ? 1 : 0 })))
}

/** A vote weighs as much as two comments. Chosen within the index `popular`; only the winners' rows are read. */
const selectPopular = (ctx: AppContext, boardIds: number[], period: PopularPeriod) =>
  ctx
    .db('posts as p')
    .join(
      ctx
        .db('posts')
        .where('listed', 1)
        .where('createdAt', '>', new Date(ctx.clock.now().getTime() - PERIOD_DAYS[period] * DAY_MS))
        .whereIn('boardId', boardIds)
        .where((some) => some.where('voteCount', '>', 0).orWhere('commentCount', '>', 0))
        .orderByRaw('vote_count * 2 + comment_count DESC, id DESC')
        .limit(POPULAR + MOST_SECRET)
        .select('id')
        .as('best'),
      'best.id',
      'p.id',
    )
    // The index doesn't know of them: who could have voted for what nobody reads?
    .where('p.secret', 0)
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .orderByRaw('p.vote_count * 2 + p.comment_count DESC, p.id DESC')
    .limit(POPULAR)
    .select<Omit<PopularPost, 'slug'>[]>(...popularColumns, 'm.nickname', 'm.id as shownAuthorId')

const popularColumns = ['boardId', 'number', 'title', 'commentCount', 'voteCount', 'createdAt', 'hasImage', 'anonymous', 'guestName'].map(
  (name) => `p.${name}`,
)
