import type { AppContext, Viewer } from '../../../context.ts'
import type { TextWithStickers } from '../../../lib/html/stickers.ts'
import { moderates } from '../../boards/boards.policy.ts'
import { listAllBoards } from '../../boards/boards.read-models.ts'
import { withStickers } from '../../stickers/stickers.read-models.ts'
import type { Comment } from '../comments.types.ts'

/** Comments that nobody sees before somebody who keeps order has. */

export const WAITING_COMMENTS_MEMORY_KEY = 'waiting-comments'
/** Who lets these in sees the next. */
const SHOWN = 30

export interface WaitingComment extends Pick<Comment, 'number' | 'createdAt'>, TextWithStickers {
  boardId: number
  postNumber: number
  title: string
  guestName: string
}

/** On the boards that the viewer keeps in order, the one that waits longest first. */
export async function listWaitingComments(ctx: AppContext, viewer: Viewer): Promise<WaitingComment[]> {
  const boards = (await listAllBoards(ctx)).filter((board) => moderates(viewer, board))
  const rows: Omit<WaitingComment, 'stickers'>[] = await waiting(ctx)
    .whereIn(
      'p.boardId',
      boards.map(({ id }) => id),
    )
    .orderBy('c.id')
    .limit(SHOWN)
    .select('c.number', 'c.body', 'c.createdAt', 'c.guestName', 'p.boardId', 'p.number as postNumber', 'p.title')
  return withStickers(ctx.db, rows)
}

/** How many wait for the viewer; from memory. */
export async function countWaitingComments(ctx: AppContext, viewer: Viewer): Promise<number> {
  const counts = await ctx.memory.get(WAITING_COMMENTS_MEMORY_KEY, async () => {
    const rows = await waiting(ctx)
      .groupBy('p.boardId')
      .select<{ boardId: number; count: number }[]>('p.boardId', ctx.db.raw('COUNT(*) AS count'))
    return rows
  })
  return counts.reduce((sum, { boardId, count }) => sum + (moderates(viewer, { id: boardId }) ? count : 0), 0)
}

/** Few among all there are: they have an index. */
const waiting = ({ db }: AppContext) =>
  db('comments as c').join('posts as p', 'p.id', 'c.postId').where({ 'c.waiting': 1, 'p.status': 'visible' })
