import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { flushViews } from '../../../src/features/posts/posts.jobs.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { documentedRules, shownPages, tellShown } from '../../support/edge-readers.ts'
import { aMember, aPost, firstBoards, PASSWORD, type Person } from '../../support/factories.ts'
import { type SharedCache, startSharedCache } from '../../support/shared-cache.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, settled, settledDays } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1', EDGE_CACHE_SECONDS: '5' })
let cache: SharedCache
let mina: Person

beforeAll(async () => {
  cache = await startSharedCache(site.url, documentedRules)
})
afterAll(() => cache.close())

beforeEach(async () => {
  cache.empty()
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글' })
  // Who logged in was counted.
  await settledDays(site, 300)
  for (const table of ['visits', 'visit_pages', 'visit_days', 'visit_events']) await site.ctx.db(table).delete()
})

const receiptOn = (page: { root: { querySelector(selector: string): { getAttribute(name: string): string | undefined } | null } }) =>
  page.root.querySelector('body')?.getAttribute('data-receipt') ?? ''
const tell = (receipt: string, headers: Record<string, string>) => ({
  path: `/visitors/shown.svg?${new URLSearchParams({ receipt })}`,
  headers,
})
const own = { 'sec-fetch-site': 'same-origin' }

describe('behind a shared cache', () => {
  test('every browser and every page counts once, wherever the page came from', async () => {
    const paths = ['/', '/free', '/free/1', '/terms', '/free/1']
    const readers = Array.from({ length: 12 }, (_, index) => shownPages(cache.url, `203.0.113.${index % 4}`))
    // All but one behind an address that they share with others, with the same browser.
    for (const path of paths) await readers[0]?.read(path)
    for (const path of paths) await Promise.all(readers.slice(1).map((reader) => reader.read(path)))
    expect(await settled(site)).toEqual({ visitors: 12, pageViews: 60 })
    expect(cache.answers.filter((answer) => answer.startsWith('HIT')).length).toBe(56)
    await flushViews(site.ctx)
    expect((await site.ctx.db('posts').first('viewCount'))?.viewCount).toBe(12)
  })

  test('a page that nobody was shown counts for nobody, and gives no cookie', async () => {
    const reader = browserAt(cache.url, '203.0.113.1')
    for (const path of ['/', '/free/1', '/free/1']) await reader.get(path)
    expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
    await flushViews(site.ctx)
    expect((await site.ctx.db('posts').first('viewCount'))?.viewCount).toBe(0)
    expect([...reader.cookies]).toEqual([])
  })

  test('who refuses cookies and reloads is one, and two of them behind one address look like one', async () => {
    for (const _ of [1, 2]) {
      const reader = shownPages(cache.url, '203.0.113.2', { keepCookies: false })
      for (let times = 0; times < 3; times += 1) await reader.read('/terms')
    }
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 6 })
  })

  test('a member counts in the same way, and as one with the guest that they were', async () => {
    const reader = shownPages(cache.url, '203.0.113.3')
    await reader.read('/free')
    await reader.submit(await reader.get('/login'), 'form#login', { login: mina.login, password: PASSWORD })
    expect((await reader.read('/free')).has('.member-box')).toBe(true)
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 2 })
    expect(await site.ctx.db('visits')).toMatchObject([{ class: 'person', proved: 1 }])
  })

  test('where a reader came from, with what campaign, and what they looked for is known as without a cache', async () => {
    const reader = shownPages(cache.url, '203.0.113.4')
    await reader.read('/free?utm_source=letter&utm_campaign=winter', 'https://search.naver.com/search.naver?query=%EB%A7%88%EB%8B%B9')
    await reader.read('/search?q=%EC%B2%AB')
    await settledDays(site)
    const [visit] = await site.ctx.db('visits').select('facts')
    expect(visit.facts).toMatchObject({ referrerKind: 'search', referrer: 'search.naver.com', words: '마당' })
    expect(JSON.stringify(visit.facts)).toContain('winter')
    expect(await site.ctx.db('visit_events').where({ kind: 'search' })).toHaveLength(1)
  })

  test('a bot counts where it came past the cache, once, whatever scripts it runs', async () => {
    const bot = { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } }
    const reader = shownPages(cache.url, '203.0.113.5', bot)
    for (let times = 0; times < 3; times += 1) await reader.read('/terms')
    expect(await settledDays(site)).toMatchObject([{ visitors: 0, pageViews: 0 }])
    expect(await site.ctx.db('visit_days').first('declaredBots', 'botViews', 'byPage', 'byRequest')).toEqual({
      ...{ declaredBots: 1, botViews: 1, byPage: 0, byRequest: 0 },
    })
  })

  test('drawn ahead of a click it counts for nobody; who asks not to be followed gets no cookie and counts', async () => {
    const reader = shownPages(cache.url, '203.0.113.6')
    const page = await reader.get('/terms')
    await reader.request(tell(receiptOn(page), {}).path, { headers: { ...own, 'sec-purpose': 'prefetch;prerender' } })
    expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
    await changeSettings(site.ctx, mina.viewer, { visitHonoursSignals: true })
    const quiet = shownPages(cache.url, '203.0.113.7', { headers: { dnt: '1' } })
    await quiet.read('/terms')
    expect(quiet.cookies.has('visitor')).toBe(false)
    expect((await settled(site)).visitors).toBe(1)
    expect(await site.ctx.db('visits')).toMatchObject([{ facts: null, maskedAddress: '' }])
  })
})

describe('what a browser hands back', () => {
  test('is refused where it was never given, and where another site asks', async () => {
    const reader = browserAt(cache.url, '203.0.113.8')
    const receipt = receiptOn(await reader.get('/free/1'))
    const forged = Buffer.from(JSON.stringify({ name: '/notice/9', viewedPost: 99, searched: null })).toString('base64url')
    const refused = [
      [receipt.slice(1), own, 404],
      [`${forged}.${receipt.split('.')[1]}`, own, 404],
      [forged, own, 404],
      ['', own, 404],
      [receipt, { 'sec-fetch-site': 'cross-site' }, 403],
      [receipt, { 'sec-fetch-site': 'none' }, 403],
      [receipt, { referer: 'https://elsewhere.example/' }, 403],
      [receipt, {}, 403],
    ] as const
    for (const [given, headers, status] of refused) expect((await reader.request(tell(given, {}).path, { headers })).status).toBe(status)
    expect((await reader.request('/visitors/shown.svg', { headers: own })).status).toBe(404)
    expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
    // A browser that doesn't know Sec-Fetch-Site, or a site without TLS.
    await reader.get(tell(receipt, {}).path, { referer: `${cache.url}/free/1` })
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 1 })
  })

  test('holds no more of an address than statistics know, and is the same for everybody', async () => {
    const asked = await browserAt(cache.url, '203.0.113.9').get('/password/reset/a-secret-of-somebody')
    expect(asked.body).not.toContain(Buffer.from('a-secret').toString('base64url').slice(0, 8))
    const [one, other] = [receiptOn(await site.visitor().get('/free/1')), receiptOn(await mina.agent.get('/free/1'))]
    expect(one).toBe(other)
    expect(JSON.parse(Buffer.from(one.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ name: '/free/1', searched: null })
  })

  test('counts in a process that has no cache in front any more, for the page was not counted before', async () => {
    site.clock.set('2026-11-20T03:00:00Z')
    const reader = shownPages(cache.url, '203.0.113.10')
    const page = await reader.get('/terms')
    const before = site.ctx.config.edgeCacheSeconds
    try {
      Object.assign(site.ctx.config, { edgeCacheSeconds: 0 })
      site.ctx.content.move()
      await tellShown(reader, page, cache.url)
      await reader.request('/privacy', { headers: { host: new URL(site.url).host } })
      expect(await settled(site)).toEqual({ visitors: 1, pageViews: 2 })
      expect(await site.ctx.db('visit_days').first('byPage', 'byRequest')).toEqual({ byPage: 1, byRequest: 1 })
    } finally {
      Object.assign(site.ctx.config, { edgeCacheSeconds: before })
      site.ctx.content.move()
    }
  })
})
