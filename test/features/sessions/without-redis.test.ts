import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { createLog } from '../../../src/lib/log.ts'
import { type OpenContext, openContext } from '../../../src/open-context.ts'
import { createAgent } from '../../support/agent.ts'
import { testConfig } from '../../support/site.ts'

/** A site whose Redis is away from the start. */
let ctx: OpenContext
let server: Server
let varDir: string
let url: string

beforeAll(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'madang-test-'))
  const config = await testConfig(varDir, { SESSION_SECRET: 's'.repeat(40) })
  ctx = await openContext({ ...config, redisUrl: `unix://${varDir}/nobody.sock` }, 'test', { log: createLog('silent', 'test') })
  server = createServer(createApp(ctx))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await ctx.close()
  await rm(varDir, { recursive: true, force: true })
})

const timed = async <T>(work: Promise<T>): Promise<{ answer: T; ms: number }> => {
  const start = performance.now()
  return { answer: await work, ms: performance.now() - start }
}

test('guests read on', async () => {
  const { answer, ms } = await timed(createAgent(url).get('/login'))
  expect([answer.status, ms < 2_000]).toEqual([200, true])
})

test('who has a session is told to come back, quickly, instead of being shown as a guest', async () => {
  const agent = createAgent(url)
  // Signed by this site, so that the store is asked for it.
  const { createHmac } = await import('node:crypto')
  const signature = createHmac('sha256', 's'.repeat(40)).update('some-session').digest('base64').replace(/=+$/, '')
  agent.cookies.set('madang.sid', encodeURIComponent(`s:some-session.${signature}`))
  const { answer, ms } = await timed(agent.get('/'))
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0, ms < 2_000]).toEqual([503, true, true])
})

test('nobody logs in or signs up uncounted', async () => {
  const agent = createAgent(url)
  const { answer, ms } = await timed(agent.post('/login', { login: 'saebom', password: 'quiet lanterns' }))
  expect([answer.status, ms < 2_000]).toEqual([503, true])
})
