import type { AppContext, Viewer } from '../../../context.ts'
import { TooManyRequests } from '../../../lib/http/errors.ts'
import { type Limit, networkOf, pointsLeft, takePoint } from '../../../lib/http/limits.ts'
import { moderates } from '../../boards/boards.policy.ts'
import type { Board } from '../../boards/boards.types.ts'
import { submissionKeyOf } from '../../submissions/submissions.service.ts'
import type { PostDraft } from '../posts.types.ts'

/** Whoever brings their old posts over may hurry; a machine that fills a board may not. Limits by level come with moderation. */
const POSTS: Limit = { name: 'post', points: 60, seconds: 600 }
/** Of a whole network: all of its guests write less than one member may. */
const GUEST_POSTS: Limit = { name: 'guest-post', points: 10, seconds: 600 }

export type SentPost = Pick<PostDraft, 'title' | 'body'> & { submissionKey?: string | undefined }

/** By which one form that comes twice is known; with other words in it, it is another one. */
export const postFormKey = (viewer: Viewer, { submissionKey, title, body }: SentPost): Buffer =>
  submissionKeyOf({ submissionKey, memberId: viewer.memberId ?? 0, content: `${title}\n${body}` })

/**
 * So many posts in ten minutes for each member; those who keep order are never slowed. One form that comes twice counts once.
 * @param address of a guest
 * @returns whether they may post now
 */
export async function mayPostNow(ctx: AppContext, viewer: Viewer, board: Board, sent: SentPost, address?: string): Promise<boolean> {
  if (moderates(viewer, board)) return true
  const counted = sent.submissionKey && `limit:post-form:${postFormKey(viewer, sent).toString('hex')}`
  if (counted && (await ctx.redis.set(counted, '1', { NX: true, EX: POSTS.seconds })) === null) return true
  try {
    if (viewer.memberId === null) await takePoint(ctx.redis, GUEST_POSTS, networkOf(address))
    else await takePoint(ctx.redis, POSTS, String(viewer.memberId))
    return true
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error
    if (counted) await ctx.redis.del(counted)
    return false
  }
}

/** A few posts before the limit is reached it is said, on the page where the next one is written. */
const SAID_FROM = 5

/** @returns null while there is room */
export async function roomToPost(ctx: AppContext, viewer: Viewer, board: Board): Promise<{ left: number; again: Date } | null> {
  if (moderates(viewer, board)) return null
  const { left, waitMs } = await pointsLeft(ctx.redis, POSTS, String(viewer.memberId))
  return left > SAID_FROM ? null : { left, again: new Date(ctx.clock.now().getTime() + waitMs) }
}
