import { createHmac } from 'node:crypto'
import { isbot } from 'isbot'
import type { AppContext, Viewer } from '../../context.ts'
import { PENDING_VIEWS } from './view-counts.types.ts'

const SEEN_SECONDS = 86_400

/** What a request tells of the one who reads. */
export interface Visit {
  address: string | undefined
  userAgent: string | undefined
  /** Sec-Purpose: a browser that fetches ahead has no reader yet. */
  purpose: string | undefined
}

/**
 * Counts a look at a post, once a day for each reader; machines and pages fetched ahead of a click don't count. Gathered in Redis, where
 * many may do so at once, and added to the posts by `flushViews`.
 */
export async function countView(ctx: AppContext, viewer: Viewer, postId: number, visit: Visit): Promise<void> {
  if (!visit.userAgent || isbot(visit.userAgent) || visit.purpose?.includes('prefetch')) return
  const first = await ctx.redis.set(`viewed:${postId}:${readerKey(ctx, viewer, visit)}`, '1', { NX: true, EX: SEEN_SECONDS })
  if (first === null) return
  await ctx.redis.hIncrBy(PENDING_VIEWS, String(postId), 1)
}

/** Neither address nor browser can be read back from it. */
function readerKey(ctx: AppContext, viewer: Viewer, { address, userAgent }: Visit): string {
  if (viewer.memberId !== null) return `m${viewer.memberId}`
  return createHmac('sha256', ctx.config.sessionSecret ?? '')
    .update(`view ${address} ${userAgent}`)
    .digest('base64url')
    .slice(0, 22)
}
