import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { databaseAddress } from '../../src/config/addresses.ts'
import { createLog } from '../../src/lib/log.ts'
import { type OpenContext, openContext } from '../../src/open-context.ts'
import { settledDays } from '../features/visits/counting.ts'
import { type Agent, createAgent } from '../support/agent.ts'
import { aMember, firstBoards, PASSWORD } from '../support/factories.ts'
import { untilReady, useSite } from '../support/site.ts'
import { type BrokenLine, openBrokenLine } from './broken-line.ts'

/** TRUST §3 and #51: a second web process of the same site, whose line to the database breaks. */
const site = useSite()

let line: BrokenLine
let ctx: OpenContext
let server: Server
let url: string
let member: Agent

beforeAll(async () => {
  const address = databaseAddress(site.ctx.config.databaseUrl ?? '')
  line = await openBrokenLine(address)
  const databaseUrl = `mysql://${address.user}:${address.password}@127.0.0.1:${line.port}/${address.database}`
  ctx = await openContext({ ...site.ctx.config, databaseUrl }, 'test', {
    log: createLog(process.env['TEST_LOG'] ?? 'silent', 'test'),
    passwords: site.ctx.passwords,
  })
  await untilReady(ctx)
  server = createServer(createApp(ctx, { checkTemplates: true }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(async () => {
  await firstBoards(site)
  const { login } = await aMember(site, '미나')
  for (const key of ['settings', 'boards']) await ctx.memory.forget(key)
  member = createAgent(url)
  await member.submit(await member.get('/login'), 'form#login', { login, password: PASSWORD })
})

afterEach(() => {
  line.silent = false
  line.mend()
})

afterAll(async () => {
  line.silent = false
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await ctx.close()
  await line.close()
})

const timed = async (work: Promise<{ status: number; headers: Headers; body: string }>) => {
  const start = performance.now()
  const { status, headers, body } = await work
  return { status, retry: Number(headers.get('retry-after') ?? 0) > 0, quick: performance.now() - start < 3_000, body }
}

const inside = /at .+:\d+:\d+|node_modules|\/src\/|ECONN|\bER_|SELECT |mysql|MariaDB|knex|Express/i

test('a database that is cut off is a calm page in time at every kind of address; files, and what needs no database, go on', async () => {
  const guest = createAgent(url)
  const css = (await guest.get('/')).root.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
  line.cut()
  for (const key of ['settings', 'boards']) await ctx.memory.forget(key)
  for (const path of ['/', '/free', '/free/1', '/login', '/search?q=a', '/members/a', '/console', '/nowhere']) {
    for (const agent of [guest, member]) {
      const { body, ...answer } = await timed(agent.get(path))
      expect([path, answer]).toEqual([path, { status: 503, retry: true, quick: true }])
      expect(body).not.toMatch(inside)
      expect(body).toMatch(/<h1[\s>]/)
    }
  }
  expect(await timed(member.post('/free/write', { title: 'a', body: 'b' }))).toMatchObject({ status: 503, quick: true })
  expect([(await guest.get('/healthz')).status, (await guest.get(css)).status]).toEqual([200, 200])
  line.mend()
  expect((await guest.get('/free')).status).toBe(200)
}, 60_000)

test('a database that takes connections and answers nothing holds no page for more than three seconds', async () => {
  await createAgent(url).get('/free')
  line.silent = true
  for (const key of ['settings', 'boards']) await ctx.memory.forget(key)
  const answers = await Promise.all(
    ['/', '/free', '/login'].flatMap((path) => [createAgent(url), member].map((agent) => timed(agent.get(path)))),
  )
  expect(answers.map(({ body: _, ...answer }) => answer)).toEqual(answers.map(() => ({ status: 503, retry: true, quick: true })))
  line.silent = false
  line.cut()
  line.mend()
  // A connection that died a moment ago may be handed out once more before the pool has heard of it.
  await expect.poll(async () => (await createAgent(url).get('/free')).status, { timeout: 2_000 }).toBe(200)
}, 60_000)

test('while all connections are busy a page says so in time, and none is lost for ever', async () => {
  const busy = Array.from({ length: 10 }, () => ctx.db.raw('SELECT SLEEP(4)').catch(() => {}))
  await new Promise((wait) => setTimeout(wait, 200))
  await ctx.memory.forget('boards')
  const answers = await Promise.all(Array.from({ length: 30 }, () => timed(createAgent(url).get('/free'))))
  expect(answers.filter(({ status, quick }) => !quick || (status !== 503 && status !== 200))).toEqual([])
  await Promise.all(busy)
  expect((await createAgent(url).get('/free')).status).toBe(200)
  // The visit of that page is written after it was sent.
  await expect.poll(() => (ctx.db.client as { pool: { numUsed(): number } }).pool.numUsed()).toBe(0)
}, 60_000)

test('a COMMIT whose answer is lost is no blind repeat: the member sends the form again and finds the one post that it made', async () => {
  const form = await member.get('/free/write')
  for (let round = 1; round <= 5; round += 1) {
    const fields = { title: `${round}번째`, body: '한 번만 쓰고 싶은 글', submissionKey: round.toString(16).padStart(32, '0') }
    // Else the COMMIT that gets lost is that of the visits of the pages before.
    await settledDays(site, 300)
    line.loseCommits = 1
    const lost = await member.submit(form, '#post-form', fields)
    expect([lost.status, line.loseCommits]).toEqual([503, 0])
    const again = await member.submit(form, '#post-form', fields)
    expect([again.status, again.path]).toEqual([200, `/free/${round}`])
  }
  expect(await site.ctx.db('posts').orderBy('number').pluck('title')).toEqual([1, 2, 3, 4, 5].map((round) => `${round}번째`))
  const [sum] = await site.ctx.db('list_blocks').where({ list: 'newest' }).sum('listedCount as total')
  expect(Number((sum as { total: unknown }).total)).toBe(5)
}, 60_000)

test.each([
  ['as words', {}],
  ['with a file', { images: new File([new Uint8Array(50_000)], '사진.png') }],
])('a text that is sent while the database is away stands in the answer, and goes from there once it is back: %s', async (_how, more) => {
  const form = await member.get('/free/write')
  line.cut()
  const body = '첫 줄\n\n  둘째 <b> "줄"'
  const answer = await member.submit(form, '#post-form', { title: '때를 잘못 만난 글', body, ...more })
  expect([answer.status, answer.root.querySelector('#unsent')?.textContent.replaceAll('\r', '')]).toEqual([503, `\n${body}`])
  line.mend()
  await expect.poll(async () => (await member.submit(answer, '.trouble__again')).path, { timeout: 3_000 }).toBe('/free/1')
  expect((await member.get('/free/1')).text('h1')).toBe('때를 잘못 만난 글')
  expect(await site.ctx.db('posts').pluck('number')).toEqual([1])
})

test('a fault of ours tells its number and nothing of how we are built, whoever asks in whatever way', async () => {
  await site.ctx.db.raw('RENAME TABLE posts TO posts_away')
  try {
    for (const agent of [createAgent(url), member]) {
      for (const headers of [{}, { accept: 'application/json' }, { 'x-requested-with': 'fetch' }]) {
        const { status, headers: sent, body } = await agent.get('/free/1', headers)
        expect(status).toBe(500)
        expect(body).toContain(sent.get('x-request-id'))
        expect(body).not.toMatch(inside)
        expect([sent.get('x-powered-by'), sent.get('server')]).toEqual([null, null])
      }
    }
  } finally {
    await site.ctx.db.raw('RENAME TABLE posts_away TO posts')
  }
})
