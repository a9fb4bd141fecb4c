import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { closeVisitDays, suspectBots } from '../../../src/features/visits/visits.jobs.ts'
import { dayOf, shiftDay, startOfDay } from '../../../src/lib/time/zone.ts'
import { type OpenContext, openContext } from '../../../src/open-context.ts'
import { createAgent } from '../../support/agent.ts'
import { emptyTables } from '../../support/database.ts'
import { firstBoards } from '../../support/factories.ts'
import { untilReady, useSite } from '../../support/site.ts'
import { rollUp } from './counting.ts'
import { type Asked, createPaperLedger } from './paper-ledger.ts'

const site = useSite({ TRUST_PROXY: '1' })
const ZONE = 'Asia/Seoul'
const MINUTE = 60_000
const OFFICE = '203.0.113.2'

const nothingElse = [
  { path: '/no-such-board' },
  { path: '/me' },
  { path: '/feeds/all.xml' },
  { path: '/healthz' },
  { path: '/robots.txt' },
  { path: '/visitors.json' },
  { path: '/terms', method: 'HEAD' },
  { path: '/terms', headers: { 'sec-fetch-dest': 'empty' } },
  { path: '/terms', headers: { 'sec-fetch-dest': 'iframe' } },
  { path: '/terms', headers: { 'sec-purpose': 'prefetch' } },
  { path: '/free', headers: { 'sec-purpose': 'prefetch;prerender' } },
  { path: '/assets/nothing.css' },
  { path: '/login', method: 'POST', body: new URLSearchParams({ login: 'x' }), headers: { 'sec-fetch-site': 'same-origin' } },
  { path: '/visitors/shown', method: 'POST', body: new URLSearchParams({ path: '//evil' }), headers: { 'sec-fetch-site': 'same-origin' } },
] as const

const who = fc.nat(4)
const node = fc.nat(1)
const page = fc.constantFrom('/', '/terms', '/privacy', '/free', '/popular')
const action = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('reads' as const), who, node, page }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reads at once' as const), node, page }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('asks for a file' as const), who, node }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('asks for what is no page' as const), who, node, which: fc.nat(nothingElse.length - 1) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('is shown what was fetched ahead' as const), who, node, page }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forges a cookie' as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('throws cookies away' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('is a bot' as const), node, page }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('minutes pass' as const), minutes: fc.constantFrom(4, 9, 31) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('evening comes' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('midnight passes' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('the worker closes days' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('a node starts anew' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

let second: { ctx: OpenContext; server: Server; url: string } | null = null

/** The other node: on the same database, with a memory of its own. */
async function startNode(): Promise<void> {
  await stopNode()
  const ctx = await openContext(site.ctx.config, 'test', { clock: site.clock, log: site.ctx.log })
  await untilReady(ctx)
  const server = createServer(createApp(ctx)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  second = { ctx, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function stopNode(): Promise<void> {
  const node = second
  second = null
  node?.server.closeAllConnections()
  node?.server.close()
  await node?.ctx.close()
}
afterAll(stopNode)

/** Nothing waits on the disk any more. */
async function allWritten(): Promise<void> {
  const folder = join(site.ctx.config.varDir, 'visits')
  const waits = async () => (await readdir(folder, { recursive: true }).catch(() => [])).some((name) => name.endsWith('.jsonl'))
  for (let quiet = 0; quiet < 2; quiet = (await waits()) ? 0 : quiet + 1) await sleep(15)
}

const idOf = (cookie: string): string => Buffer.from(cookie, 'base64url').subarray(0, 16).toString('hex')

/** Five browsers: two in one office, one that refuses cookies, one of a kind with it at another address. */
function createCrowd() {
  const browser = (address: string, keepCookies = true) => ({
    ...{ address, keepCookies },
    agent: createAgent(site.url, { keepCookies, headers: { 'x-forwarded-for': address } }),
    valid: new Set<string>(),
  })
  return [browser('203.0.113.1'), browser(OFFICE), browser(OFFICE), browser('203.0.113.3', false), browser('203.0.113.4', false)]
}
type Browser = ReturnType<typeof createCrowd>[number]

function createDay(paper: ReturnType<typeof createPaperLedger>) {
  const crowd = createCrowd()
  const at = () => site.clock.now().getTime()
  const urlOf = (node: number, path: string) => `${node === 0 || second === null ? site.url : second.url}${path}`
  const someone = (index: number): Browser => crowd[index] ?? (crowd[0] as Browser)

  /** One request, and who asked as the site can tell it. */
  async function ask(browser: Browser, url: string, init: RequestInit = {}): Promise<Asked & { status: number }> {
    const before = browser.agent.cookies.get('visitor') ?? ''
    // Of two who come from one address without a cookie, whoever is written first stands for both: which one that is should be known.
    const isNew = browser.keepCookies && !browser.valid.has(before)
    if (isNew) await allWritten()
    const now = at()
    const answer = await browser.agent.request(url, init)
    await answer.arrayBuffer()
    if (isNew) await allWritten()
    const [given = null] = answer.headers.getSetCookie().flatMap((line) => /^visitor=([^;]+)/.exec(line)?.[1] ?? [])
    if (given !== null) browser.valid.add(given)
    const known = browser.valid.has(before) && given !== before ? idOf(before) : null
    return { at: now, known, given: given === null ? null : idOf(given), origin: browser.address, status: answer.status }
  }

  async function read(browser: Browser, node: number, path: string): Promise<void> {
    const asked = await ask(browser, urlOf(node, path))
    expect(asked.status).toBe(200)
    paper.page(asked)
  }

  async function passTo(moment: number): Promise<void> {
    await allWritten()
    site.clock.set(new Date(Math.max(moment, at())))
  }

  const form = (path: string): RequestInit => ({
    ...{ method: 'POST', body: new URLSearchParams({ path }) },
    headers: { 'sec-fetch-site': 'same-origin', accept: '*/*' },
  })

  return async function act(did: Action): Promise<void> {
    if (did.does === 'reads') return read(someone(did.who), did.node, did.page)
    if (did.does === 'reads at once')
      return void (await Promise.all(
        crowd.filter((_, index) => index !== 2).map((each, index) => read(each, (index + did.node) % 2, did.page)),
      ))
    if (did.does === 'asks for a file') paper.file(await ask(someone(did.who), urlOf(did.node, '/day.svg')))
    if (did.does === 'asks for what is no page') {
      const { path, ...init } = nothingElse[did.which] ?? nothingElse[0]
      const { given } = await ask(someone(did.who), urlOf(did.node, path), init)
      expect(given).toBeNull()
    }
    if (did.does === 'is shown what was fetched ahead') {
      const browser = someone(did.who)
      await ask(browser, urlOf(did.node, did.page), { headers: { 'sec-purpose': 'prefetch;prerender' } })
      const asked = await ask(browser, urlOf(1 - did.node, '/visitors/shown'), form(did.page))
      expect(asked.status).toBe(200)
      paper.page(asked, { drawn: true })
    }
    if (did.does === 'forges a cookie') {
      const { agent } = someone(did.who)
      const cookie = agent.cookies.get('visitor') ?? 'A'.repeat(46)
      agent.cookies.set('visitor', `${cookie[0] === 'A' ? 'B' : 'A'}${cookie.slice(1)}`)
    }
    if (did.does === 'throws cookies away') someone(did.who).agent.cookies.clear()
    if (did.does === 'is a bot') {
      const headers = { 'user-agent': 'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)', 'x-forwarded-for': '203.0.113.9' }
      const now = at()
      await (await createAgent(site.url, { headers }).request(urlOf(did.node, did.page))).arrayBuffer()
      paper.page({ at: now, known: null, given: null, origin: 'Yeti' }, { bot: true })
    }
    if (did.does === 'minutes pass') {
      await passTo(at() + did.minutes * MINUTE)
      await suspectBots(site.ctx)
      paper.halfAnHourIsOver(at())
    }
    const tomorrow = startOfDay(shiftDay(dayOf(site.clock.now(), ZONE), 1), ZONE).getTime()
    if (did.does === 'evening comes') await passTo(tomorrow - MINUTE)
    if (did.does === 'midnight passes') await passTo(tomorrow)
    if (did.does === 'the worker closes days') {
      await passTo(at() + 4 * 60 * MINUTE + MINUTE)
      await closeVisitDays(site.ctx)
      paper.close(at())
    }
    if (did.does === 'a node starts anew') await startNode()
  }
}

const figures = ['day', 'visitors', 'pageViews', 'declaredBots', 'suspectedBots', 'botViews'] as const

/** Whatever the counter says: days, ledger, and the widget of a node that has just started. */
async function compare(paper: ReturnType<typeof createPaperLedger>): Promise<void> {
  await allWritten()
  await rollUp(site)
  const days = paper.days()
  // A day on which nothing but a file was asked for closes with zeros: it was counted, and nobody came.
  const nobodyCame = (day: Record<string, unknown>) => Object.values(day).every((figure) => typeof figure === 'string' || figure === 0)
  const counted = await site.ctx
    .db('visit_days')
    .orderBy('day')
    .select(...figures)
  expect(counted.filter((day) => !nobodyCame(day))).toEqual(days.map(({ closed: _, ...day }) => day))
  const ledger = await site.ctx.db('visit_ledger').orderBy('day').select('day', 'people', 'pageViews', 'declaredBots', 'suspectedBots')
  expect(ledger.filter((day) => !nobodyCame(day))).toEqual(
    days
      .filter(({ closed }) => closed)
      .map(({ day, visitors: people, pageViews, declaredBots, suspectedBots }) => ({
        day,
        people,
        pageViews,
        declaredBots,
        suspectedBots,
      })),
  )
  await startNode()
  const today = dayOf(site.clock.now(), ZONE)
  const of = (day: string) => days.find((each) => each.day === day)?.visitors ?? 0
  const best = Math.max(0, ...days.map(({ visitors }) => visitors))
  const shown = (await (await fetch(`${second?.url}/visitors.json`)).json()) as Record<string, unknown>
  expect(shown).toMatchObject({
    ...{ today: of(today), yesterday: of(shiftDay(today, -1)), best },
    total: days.reduce((sum, { visitors }) => sum + visitors, 0),
  })
}

let era = 0

test('whatever people, bots and programs do, on two nodes, over midnights and restarts: the counter says what a ledger on paper says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
      await allWritten()
      await emptyTables(site.ctx.db)
      await site.ctx.redis.flushDb()
      for (const key of ['settings', 'boards']) await site.ctx.memory.forget(key)
      await firstBoards(site)
      // Nobody is remembered from a run before.
      era += 1
      site.clock.set(`${2030 + era}-05-05T01:00:00Z`)
      await startNode()
      const paper = createPaperLedger(ZONE)
      const act = createDay(paper)
      for (const each of actions) await act(each)
      await compare(paper)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 12), interruptAfterTimeLimit: 120_000 },
  )
}, 150_000)
