import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { keepingCompiledCode } from '../../src/lib/process/compiled-code.ts'
import type { Site } from './site.ts'

export interface WebProcess {
  url: string
  /** Answers when the process has that time. */
  setClock(now: string): Promise<void>
  /** As SIGTERM would: what waits is written. */
  end(): Promise<void>
  kill(): Promise<void>
}

/** Web processes of their own on the site's database, Redis and secret, as on several nodes. */
export const startWebProcesses = (site: Pick<Site, 'ctx'>, count: number, now: string): Promise<WebProcess[]> =>
  Promise.all(Array.from({ length: count }, () => startWebProcess(site, now)))

async function startWebProcess({ ctx: { config } }: Pick<Site, 'ctx'>, now: string): Promise<WebProcess> {
  const settings = {
    VAR_DIR: config.varDir,
    DATABASE_URL: config.databaseUrl,
    DATABASE_REPLICA_URL: config.databaseReplicaUrls.join(','),
    REDIS_URL: config.redisUrl,
    SESSION_SECRET: config.sessionSecret,
    TRUST_PROXY: '1',
  }
  const child = fork(join(import.meta.dirname, 'web-process.ts'), {
    env: { ...process.env, ...keepingCompiledCode, TEST_CONFIG: JSON.stringify(settings), TEST_NOW: now },
    execArgv: [],
  })
  const { url } = (await told(child)) as { url: string }
  const ended = once(child, 'exit')
  return {
    url,
    async setClock(time) {
      child.send({ now: time })
      await told(child)
    },
    async end() {
      child.send({ end: true })
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function told(child: ChildProcess): Promise<unknown> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the web process ended')
    }),
  ])) as [unknown]
  return message
}
