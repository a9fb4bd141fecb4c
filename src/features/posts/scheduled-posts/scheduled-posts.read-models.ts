import type { AppContext, Viewer } from '../../../context.ts'
import { listAllBoards } from '../../boards/boards.read-models.ts'
import type { Board } from '../../boards/boards.types.ts'
import type { ScheduledPost } from './scheduled-posts.types.ts'

export interface ScheduledList {
  boards: Board[]
  posts: Omit<ScheduledPost, 'fields'>[]
}

/** All of a member's: those that wait, the next first, then what was published lately. */
export async function listScheduled(ctx: AppContext, { memberId }: Viewer): Promise<ScheduledList> {
  const posts: ScheduledList['posts'] = await ctx
    .db('scheduled_posts')
    .where({ memberId })
    .orderByRaw("state = 'published', IF(state = 'published', -UNIX_TIMESTAMP(publish_at), UNIX_TIMESTAMP(publish_at)), id")
    .limit(100)
    .select('id', 'memberId', 'boardId', 'title', 'publishAt', 'state', 'problem', 'attempts', 'resultPath', 'version', 'createdAt')
  return { boards: await listAllBoards(ctx), posts }
}

/** Of a board that is gone, or that one may not see any more, nothing is said: null. */
export const boardOf = async (ctx: AppContext, { boardId }: Pick<ScheduledPost, 'boardId'>): Promise<Board | null> =>
  (await listAllBoards(ctx)).find(({ id }) => id === boardId) ?? null
