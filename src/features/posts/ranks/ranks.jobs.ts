import type { AppContext } from '../../../context.ts'
import { dropBatch, takeBatches } from '../../../lib/redis/batches.ts'
import { boardsOf, findStaleRanks } from './ranks.repository.ts'
import { rankPosts, ranksChanged } from './ranks.service.ts'
import { RANK_BATCHES, rankBatch, STALE_RANKS, SWEPT_TO } from './ranks.types.ts'

const stale = { pending: STALE_RANKS, batches: RANK_BATCHES, batch: rankBatch }
const POSTS_A_STEP = 200
const SWEPT_A_RUN = 10_000

/** Ranks the posts that changed since it last ran. @returns how many had moved */
export async function refreshRanks(ctx: AppContext): Promise<number> {
  let moved = 0
  for (const batch of await takeBatches(ctx.redis, stale)) {
    const ids = (await ctx.redis.sMembers(rankBatch(batch))).map(Number).sort((a, b) => a - b)
    for (let from = 0; from < ids.length; from += POSTS_A_STEP) moved += await rankStep(ctx, ids.slice(from, from + POSTS_A_STEP))
    await dropBatch(ctx.redis, stale, batch)
  }
  return moved
}

async function rankStep(ctx: AppContext, ids: readonly number[]): Promise<number> {
  let moved = 0
  for (const boardId of await boardsOf(ctx.db, ids)) moved += await rankPosts(ctx.db, boardId, ids)
  return moved
}

/** A stretch of all posts at a time, on and on: finds whatever was never said, because Redis was away or a process died before it could. */
export async function sweepRanks(ctx: AppContext): Promise<number> {
  const { ids, to } = await findStaleRanks(ctx.db, Number((await ctx.redis.get(SWEPT_TO)) ?? 0), SWEPT_A_RUN)
  await ranksChanged(ctx, ids)
  await ctx.redis.set(SWEPT_TO, String(to ?? 0))
  return ids.length
}
