import type { AppContext, Viewer } from '../../context.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { byPinning, listedSlice, noticeSlice, selectSlices } from './post-rows.read-models.ts'
import type { ListedPost, PopularPost } from './posts.types.ts'

const WEEK_MS = 7 * 86_400_000
const POPULAR = 5
export const POPULAR_MEMORY_KEY = 'popular'

export interface BoardLatest {
  board: Board
  posts: ListedPost[]
}

export interface Overview {
  boards: BoardLatest[]
  notices: { board: Board; post: ListedPost }[]
}

const readableBoards = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listBoardsFor(ctx, viewer)).filter((board) => canReadOn(viewer, board))

/** The newest posts of every board that one may read, and the newest notices: one statement. */
export async function loadOverview(
  ctx: AppContext,
  viewer: Viewer,
  { latest, notices }: { latest: number; notices: number },
): Promise<Overview> {
  const boards = await readableBoards(ctx, viewer)
  const parts = await selectSlices(
    ctx.db,
    boards.flatMap((board) => [
      listedSlice(ctx.db, `latest-${board.id}`, board.id, { limit: latest }),
      noticeSlice(ctx.db, `notices-${board.id}`, board.id, Math.min(notices, board.noticeLimit)),
    ]),
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

/** This week's most recommended and talked about, of the boards that one may read. Everyone who reads the same boards shares the answer. */
export async function listPopularPosts(ctx: AppContext, viewer: Viewer): Promise<PopularPost[]> {
  const boards = await readableBoards(ctx, viewer)
  if (boards.length === 0) return []
  const ids = boards.map(({ id }) => id)
  const rows = await ctx.memory.get(`${POPULAR_MEMORY_KEY}:${ids.join(',')}`, () => selectPopular(ctx, ids))
  const slugs = new Map(boards.map(({ id, slug }) => [id, slug]))
  return rows.map(({ boardId, ...post }) => ({ ...post, slug: slugs.get(boardId) ?? '' }))
}

/** A vote weighs as much as two comments. Chosen within the index `popular`; only the winners' rows are read. */
const selectPopular = (ctx: AppContext, boardIds: number[]) =>
  ctx
    .db('posts as p')
    .join(
      ctx
        .db('posts')
        .where({ listed: 1, secret: 0 })
        .where('createdAt', '>', new Date(ctx.clock.now().getTime() - WEEK_MS))
        .whereIn('boardId', boardIds)
        .where((some) => some.where('voteCount', '>', 0).orWhere('commentCount', '>', 0))
        .orderByRaw('vote_count * 2 + comment_count DESC, id DESC')
        .limit(POPULAR)
        .select('id')
        .as('best'),
      'best.id',
      'p.id',
    )
    .orderByRaw('p.vote_count * 2 + p.comment_count DESC, p.id DESC')
    .select<(Omit<PopularPost, 'slug'> & { boardId: number })[]>('p.boardId', 'p.number', 'p.title', 'p.commentCount')
