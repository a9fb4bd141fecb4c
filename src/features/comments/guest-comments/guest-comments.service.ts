import { type AppContext, guest } from '../../../context.ts'
import { TooManyRequests } from '../../../lib/http/errors.ts'
import { type Limit, networkOf, takePoint } from '../../../lib/http/limits.ts'
import { isWorkDone } from '../../../lib/security/proof-of-work.ts'
import { commentFormKey, createComment } from '../comments.service.ts'
import type { CommentDraft, Place } from '../comments.types.ts'
import { WAITING_COMMENTS_MEMORY_KEY } from './waiting-comments.read-models.ts'

/** Of a whole network. */
const COMMENTS: Limit = { name: 'guest-comment', points: 20, seconds: 600 }

/** @returns whether one of that network may comment now; one form that comes twice counts once */
export async function mayCommentNow(ctx: AppContext, draft: Omit<CommentDraft, 'guest'>, address: string | undefined): Promise<boolean> {
  const counted = `limit:comment-form:${commentFormKey(guest, draft).toString('hex')}`
  if ((await ctx.redis.set(counted, '1', { NX: true, EX: COMMENTS.seconds })) === null) return true
  try {
    await takePoint(ctx.redis, COMMENTS, networkOf(address))
    return true
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error
    await ctx.redis.del(counted)
    return false
  }
}

/**
 * @param proof that their browser did some work; without it the comment waits for somebody who keeps order
 * @returns where it stands, and whether it waits
 */
export async function createGuestComment(
  ctx: AppContext,
  place: Place,
  draft: Omit<CommentDraft, 'guest'> & { guest: { name: string; password: string } },
  proof: string,
): Promise<{ address: string; waits: boolean }> {
  const proved = await isWorkDone(ctx, proof, commentFormKey(guest, draft).toString('hex'))
  const address = await createComment(ctx, guest, place, { ...draft, guest: { ...draft.guest, proved } })
  if (!proved) await ctx.memory.forget(WAITING_COMMENTS_MEMORY_KEY)
  return { address, waits: !proved }
}
