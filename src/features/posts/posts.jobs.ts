import { randomUUID } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { markOnce } from '../../lib/events/job-marks.ts'
import { addViews } from './posts.repository.ts'
import { PENDING_VIEWS, VIEW_BATCHES, viewBatch } from './view-counts.types.ts'

/**
 * Adds the gathered views to their posts. A batch is applied once, however often this breaks off or runs beside itself: its mark stands in the
 * transaction that adds it.
 * @returns how many posts got views
 */
export async function flushViews(ctx: AppContext): Promise<number> {
  await takeBatch(ctx)
  let posts = 0
  // Those that an earlier run left behind are among them.
  for (const batch of await ctx.redis.sMembers(VIEW_BATCHES)) posts += await applyBatch(ctx, batch)
  return posts
}

/** In one step, so that no batch stands anywhere without its name in the set. */
async function takeBatch({ redis }: AppContext): Promise<void> {
  if ((await redis.exists(PENDING_VIEWS)) === 0) return
  const batch = randomUUID()
  // Another worker may have taken it in between: the name of nothing is cleared away like a batch that was applied.
  await redis.multi().sAdd(VIEW_BATCHES, batch).rename(PENDING_VIEWS, viewBatch(batch)).execTyped().catch(unlessNothingThere)
}

function unlessNothingThere(error: unknown): void {
  const errors = (error as { replies?: unknown[] }).replies?.filter((reply) => reply instanceof Error) ?? [error]
  if (!errors.every((each) => each instanceof Error && each.message.includes('no such key'))) throw error
}

async function applyBatch(ctx: AppContext, batch: string): Promise<number> {
  const counts = Object.entries(await ctx.redis.hGetAll(viewBatch(batch)))
  const views = new Map(counts.map(([postId, count]) => [Number(postId), Number(count)]))
  const applied = await inTransaction(ctx.db, async (trx) => {
    if (views.size === 0 || !(await markOnce(trx, 'views', batch))) return false
    await addViews(trx, views)
    return true
  })
  await ctx.redis.multi().del(viewBatch(batch)).sRem(VIEW_BATCHES, batch).exec()
  return applied ? views.size : 0
}
