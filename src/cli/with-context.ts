import { setTimeout as sleep } from 'node:timers/promises'
import { type OpenContext, openContext } from '../open-context.ts'
import { migrate } from './migrate.ts'
import { withServers } from './with-servers.ts'

/** Everything that the site has, for one command, on a database of this version. */
export function withContext(name: string, work: (ctx: OpenContext) => Promise<number>): Promise<number> {
  return withServers(name, async (config) => {
    await migrate(config)
    const ctx = await openContext({ ...config, logLevel: 'warn' }, name)
    try {
      await untilRedisAnswers(ctx)
      return await work(ctx)
    } finally {
      await ctx.close()
    }
  })
}

/** A page goes on without Redis; a command is better told at once than half way. */
async function untilRedisAnswers(ctx: OpenContext): Promise<void> {
  const until = performance.now() + 5_000
  while (!ctx.redis.isReady) {
    if (performance.now() > until) throw new Error('Redis does not answer')
    await sleep(20)
  }
}
