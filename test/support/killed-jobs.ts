import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepingCompiledCode } from '../../src/lib/process/compiled-code.ts'
import type { Site } from './site.ts'

/**
 * Starts a worker that does this job over and over, and kills it with no warning; so many times. Before each second kill somebody else holds
 * `lock`, so that it strikes in the middle of a transaction.
 * @param afterMs how long the worker works before each kill
 */
export async function killOften(
  { ctx }: Pick<Site, 'ctx'>,
  job: 'flush-views' | 'merge-boards' | 'publish-scheduled' | 'refresh-ranks',
  { times, afterMs, lock }: { times: number; afterMs(time: number): number; lock: string },
): Promise<void> {
  const { config } = ctx
  const settings = {
    VAR_DIR: config.varDir,
    DATABASE_URL: config.databaseUrl,
    REDIS_URL: config.redisUrl,
    SESSION_SECRET: config.sessionSecret,
  }
  for (let time = 0; time < times; time += 1) {
    const child = fork(join(import.meta.dirname, 'job-process.ts'), {
      env: { ...process.env, ...keepingCompiledCode, TEST_CONFIG: JSON.stringify(settings), TEST_JOB: job },
      execArgv: [],
    })
    const ended = once(child, 'exit')
    await once(child, 'message')
    const kill = async () => {
      await sleep(afterMs(time))
      child.kill('SIGKILL')
      await ended
    }
    if (time % 2 === 0) await kill()
    else
      await ctx.db.transaction(async (trx) => {
        await trx.raw(lock)
        await kill()
      })
  }
}
