import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { createApp } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config/config.ts'
import type { AppContext } from '../../src/context.ts'
import type { Difference } from '../../src/features/posts/counts/counts.repository.ts'
import { findDifferences } from '../../src/features/posts/counts/counts.service.ts'
import type { GuardedFetch } from '../../src/lib/fetch/fetch.types.ts'
import { createGuardedFetch } from '../../src/lib/fetch/guarded-fetch.ts'
import { createLog } from '../../src/lib/log.ts'
import type { Mail } from '../../src/lib/mail/mailer.ts'
import { createPasswords } from '../../src/lib/security/passwords.ts'
import { type OpenContext, openContext } from '../../src/open-context.ts'
import { type Agent, createAgent } from './agent.ts'
import { type TestClock, testClock } from './clock.ts'
import { emptyTables, workerDatabase } from './database.ts'

export interface Site {
  ctx: AppContext
  url: string
  clock: TestClock
  /** What would have been sent, oldest first. */
  mails: Mail[]
  /** A browser that was never here. */
  visitor(options?: Parameters<typeof createAgent>[1]): Agent
  /** This test writes such rows by hand, more of them than could be counted as the site does: of all else each kept count is looked at after it. */
  mayMiscount(...what: (Difference['what'] | 'everything')[]): void
}

/** A whole site in this process, on the real database and Redis, behind a real port. Empty before each test. */
export function useSite(environment: Record<string, string> = {}, { fetch = nobodyThere }: { fetch?: GuardedFetch } = {}): Site {
  const site = {} as Site & { ctx: OpenContext }
  let server: Server
  let varDir: string
  const mayMiscount = new Set<string>()
  site.mayMiscount = (...what) => {
    for (const each of what) mayMiscount.add(each)
  }

  beforeAll(async () => {
    varDir = await mkdtemp(join(tmpdir(), 'madang-test-'))
    site.clock = testClock()
    site.mails = []
    site.ctx = await openContext(await testConfig(varDir, environment), 'test', {
      clock: site.clock,
      log: createLog(process.env['TEST_LOG'] ?? 'silent', 'test'),
      passwords: createPasswords(4),
      mail: { send: async (mail) => void site.mails.push(mail) },
      fetch,
    })
    await untilReady(site.ctx)
    server = createServer(createApp(site.ctx, { checkTemplates: true }))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    site.visitor = (options) => createAgent(site.url, options)
  })

  beforeEach(async () => {
    site.clock.set(new Date())
    site.mails.length = 0
    mayMiscount.clear()
    await emptyTables(site.ctx.db)
    await site.ctx.redis.flushDb()
    for (const key of ['settings', 'boards', 'menu', 'pages', 'front', 'popular']) await site.ctx.memory.forget(key)
  })

  afterEach(async () => {
    if (!mayMiscount.has('everything')) expect(await miscounted(site.ctx, mayMiscount)).toEqual([])
  })

  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await site.ctx.close()
    await rm(varDir, { recursive: true, force: true })
  })

  return site
}

const ON_ITS_WAY_MS = 5_000

/** What `counts:check` finds. What the last request left to be done may still be on its way. */
async function miscounted(ctx: AppContext, expected: ReadonlySet<string>): Promise<Difference[]> {
  const until = performance.now() + ON_ITS_WAY_MS
  for (;;) {
    const found: Difference[] = []
    for await (const difference of findDifferences(ctx)) if (!expected.has(difference.what)) found.push(difference)
    if (found.length === 0 || performance.now() > until) return found
    await new Promise((wait) => setTimeout(wait, 50))
  }
}

/** No test asks the real internet: no name means anything. */
const nobodyThere = createGuardedFetch({ userAgent: 'Madang test', lookup: (_name, _options, done) => done(new Error('no internet'), []) })

/** This worker's own database and Redis number. */
export async function testConfig(varDir: string, environment: Record<string, string> = {}): Promise<Config> {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 1)
  return readConfig({
    VAR_DIR: varDir,
    DATABASE_URL: environment['DATABASE_URL'] ?? (await workerDatabase(inject('databaseUrl'), `madang_test_${worker}`)),
    REDIS_URL: withRedisNumber(inject('redisUrl'), worker),
    LOG_LEVEL: 'silent',
    ...environment,
  })
}

function withRedisNumber(url: string, number: number): string {
  const numbered = new URL(url)
  if (numbered.protocol === 'unix:') numbered.searchParams.set('db', String(number))
  else numbered.pathname = `/${number}`
  return numbered.href
}

export async function untilReady(ctx: AppContext): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (ctx.redis.isReady) return
    await new Promise((wait) => setTimeout(wait, 20))
  }
  throw new Error('Redis did not get ready')
}
