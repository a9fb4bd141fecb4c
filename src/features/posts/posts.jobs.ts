import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { markOnce } from '../../lib/events/job-marks.ts'
import { addViews } from './posts.repository.ts'
import { FLUSHING_VIEWS, PENDING_VIEWS } from './view-counts.types.ts'

/** Only this batch: another worker may have put the next one in its place. */
const DELETE_BATCH = "if redis.call('HGET', KEYS[1], 'batch') == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"

/**
 * Adds the gathered views to their posts. A batch is applied once, however often this breaks off or runs beside itself: its mark stands in the
 * transaction that adds it.
 * @returns how many posts got views
 */
export async function flushViews(ctx: AppContext): Promise<number> {
  await takeBatch(ctx)
  const { batch, ...counts } = await ctx.redis.hGetAll(FLUSHING_VIEWS)
  if (batch === undefined) return 0
  const views = new Map(Object.entries(counts).map(([postId, count]) => [Number(postId), Number(count)]))
  const applied = await inTransaction(ctx.db, async (trx) => {
    if (!(await markOnce(trx, 'views', batch))) return false
    await addViews(trx, views)
    return true
  })
  await ctx.redis.eval(DELETE_BATCH, { keys: [FLUSHING_VIEWS], arguments: [batch] })
  return applied ? views.size : 0
}

/** A batch that an earlier run left behind comes first. */
async function takeBatch(ctx: AppContext): Promise<void> {
  try {
    await ctx.redis.renameNX(PENDING_VIEWS, FLUSHING_VIEWS)
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no such key'))) throw error
  }
}
