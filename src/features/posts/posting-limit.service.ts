import type { AppContext, Viewer } from '../../context.ts'
import { TooManyRequests } from '../../lib/http/errors.ts'
import { type Limit, takePoint } from '../../lib/http/limits.ts'
import { moderates } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'

/** Whoever brings their old posts over may hurry; a machine that fills a board may not. Limits by level come with moderation. */
const POSTS: Limit = { name: 'post', points: 60, seconds: 600 }

/**
 * So many posts in ten minutes for each member; those who keep order are never slowed. One form that comes twice counts once.
 * @returns whether the member may post now
 */
export async function mayPostNow(ctx: AppContext, viewer: Viewer, board: Board, submissionKey: string | undefined): Promise<boolean> {
  if (moderates(viewer, board)) return true
  const counted = submissionKey && `limit:post-form:${submissionKey}`
  if (counted && (await ctx.redis.set(counted, '1', { NX: true, EX: POSTS.seconds })) === null) return true
  try {
    await takePoint(ctx.redis, POSTS, String(viewer.memberId))
    return true
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error
    if (counted) await ctx.redis.del(counted)
    return false
  }
}
