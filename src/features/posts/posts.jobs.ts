import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { markOnce } from '../../lib/events/job-marks.ts'
import { dropBatch, takeBatches } from '../../lib/redis/batches.ts'
import { addViews, findExpiredNotices } from './posts.repository.ts'
import { listsChanged, setPinned } from './posts.service.ts'
import { ranksChanged } from './ranks/ranks.service.ts'
import { PENDING_VIEWS, VIEW_BATCHES, viewBatch } from './views/view-counts.types.ts'

const gathered = { pending: PENDING_VIEWS, batches: VIEW_BATCHES, batch: viewBatch }

/**
 * Adds the gathered views to their posts. A batch is applied once, however often this breaks off or runs beside itself: its mark stands in the
 * transaction that adds it.
 * @returns how many posts got views
 */
export async function flushViews(ctx: AppContext): Promise<number> {
  let posts = 0
  for (const batch of await takeBatches(ctx.redis, gathered)) posts += await applyBatch(ctx, batch)
  return posts
}

async function applyBatch(ctx: AppContext, batch: string): Promise<number> {
  const counts = Object.entries(await ctx.redis.hGetAll(viewBatch(batch)))
  const views = new Map(counts.map(([postId, count]) => [Number(postId), Number(count)]))
  const applied = await inTransaction(ctx.db, async (trx) => {
    if (views.size === 0 || !(await markOnce(trx, 'views', batch))) return false
    await addViews(trx, views)
    return true
  })
  await ranksChanged(ctx, [...views.keys()])
  await dropBatch(ctx.redis, gathered, batch)
  return applied ? views.size : 0
}

/** Notices whose time is over go back to their place in the list. @returns how many */
export async function unpinExpired(ctx: AppContext): Promise<number> {
  const expired = await findExpiredNotices(ctx.db, ctx.clock.now())
  for (const post of expired) {
    await inTransaction(ctx.db, (trx) => setPinned(trx, post, null))
    await listsChanged(ctx, post.id)
  }
  return expired.length
}
