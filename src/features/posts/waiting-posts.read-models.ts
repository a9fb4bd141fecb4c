import type { AppContext, Viewer } from '../../context.ts'
import { moderates } from '../boards/boards.policy.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from './posts.types.ts'

/** Posts of boards that show only what was approved. */

const PAGE = 30
export const WAITING_MEMORY_KEY = 'waiting-posts'

export interface WaitingPost extends Pick<Post, 'id' | 'boardId' | 'number' | 'title' | 'createdAt' | 'anonymous' | 'guestName'> {
  /** Of a secret post lists keep none; who approves it reads its page. */
  excerpt: string
  /** null of the anonymous and of those who left. */
  nickname: string | null
}

export interface WaitingPosts {
  boards: Board[]
  posts: WaitingPost[]
  after: number | null
  /** Where the next page begins, null on the last. */
  newerThan: number | null
}

/** What waits on the boards that the viewer keeps in order, the one that waits longest first. */
export async function listWaitingPosts(ctx: AppContext, viewer: Viewer, after: number | null): Promise<WaitingPosts> {
  const boards = (await listAllBoards(ctx)).filter((board) => moderates(viewer, board))
  const found: WaitingPost[] = await waitingOn(ctx, boards)
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .modify((posts) => {
      if (after !== null) posts.where('p.id', '>', after)
    })
    .orderBy('p.id')
    .limit(PAGE + 1)
    .select(...['p.id', 'p.boardId', 'p.number', 'p.title', 'p.createdAt', 'p.excerpt', 'p.anonymous', 'p.guestName'], 'm.nickname')
  const posts = found.slice(0, PAGE)
  return { boards, posts, after, newerThan: found.length > PAGE ? (posts.at(-1)?.id ?? null) : null }
}

/** How many wait for the viewer; from memory. */
export async function countWaitingPosts(ctx: AppContext, viewer: Viewer): Promise<number> {
  const counts = await ctx.memory.get(WAITING_MEMORY_KEY, async () => {
    const rows = await waitingOn(ctx, await listAllBoards(ctx))
      .groupBy('p.boardId')
      .select<{ boardId: number; waiting: number }[]>('p.boardId', ctx.db.raw('COUNT(*) AS waiting'))
    return rows
  })
  return counts.reduce((sum, { boardId, waiting }) => sum + (moderates(viewer, { id: boardId }) ? waiting : 0), 0)
}

/** Named boards let the index of streams find them: among all posts few wait. */
const waitingOn = ({ db }: AppContext, boards: readonly Board[]) =>
  db('posts as p')
    .whereIn(
      'p.boardId',
      boards.map(({ id }) => id),
    )
    .where('p.status', 'pending')
