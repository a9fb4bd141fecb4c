import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { flushViews } from '../../../src/features/posts/posts.jobs.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { createAgent } from '../../support/agent.ts'
import { documentedRules, tellShown } from '../../support/edge-readers.ts'
import { aMember, aPost, firstBoards } from '../../support/factories.ts'
import { type SharedCache, startSharedCache } from '../../support/shared-cache.ts'
import { type Site, useSite } from '../../support/site.ts'
import { settledDays } from './counting.ts'

const plain = useSite({ TRUST_PROXY: '1' })
const behind = useSite({ TRUST_PROXY: '1', EDGE_CACHE_SECONDS: '5' })
let cache: SharedCache
beforeAll(async () => {
  cache = await startSharedCache(behind.url, documentedRules)
})
afterAll(() => cache.close())

const browsers = [
  // An office: one address, one kind of browser.
  ...[{ at: 1 }, { at: 1 }, { at: 1 }],
  ...[{ at: 2 }, { at: 3, language: 'en' }, { at: 4, look: 'dark' }],
  { at: 5, keepCookies: false },
  { at: 6, refuses: true },
  { at: 7, bot: true },
]
const action = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ who: fc.nat(browsers.length - 1), does: fc.constantFrom('/', '/free', '/free/1', '/free/2', '/terms') }),
  },
  { weight: 1, arbitrary: fc.record({ who: fc.nat(2), does: fc.constant('throws cookies away' as const) }) },
  { weight: 1, arbitrary: fc.record({ who: fc.nat(5), does: fc.constant('fetches ahead' as const) }) },
)
const journeys = fc.sample(fc.array(action, { minLength: 60, maxLength: 60 }), { numRuns: 4, seed: 20_261_126 })

/** What the counter says of these journeys on a day of its own. */
async function countOf(site: Site, url: string, day: string, journey: (typeof journeys)[number]) {
  site.clock.set(`${day}T03:00:00Z`)
  const before = await site.ctx.db('posts').orderBy('number').pluck<number[]>('viewCount')
  const agents = browsers.map(({ at, language, look, refuses, bot, keepCookies = true }) => {
    const headers = {
      ...{ 'x-forwarded-for': `203.0.113.${at}`, 'accept-language': language ?? 'ko' },
      ...(refuses ? { dnt: '1' } : {}),
      ...(bot ? { 'user-agent': 'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)' } : {}),
    }
    const agent = createAgent(url, { keepCookies, headers })
    if (look) agent.cookies.set('theme', look)
    return agent
  })
  for (const { who, does } of journey) {
    const agent = agents[who] ?? agents[0]
    if (!agent) continue
    if (does === 'throws cookies away') agent.cookies.clear()
    else if (does === 'fetches ahead') await agent.get('/terms', { 'sec-purpose': 'prefetch' })
    else {
      await tellShown(agent, await agent.get(does), url)
      await agent.get('/day.svg')
    }
  }
  const counted = (await settledDays(site)).find((each) => each.day === day)
  const pages = await site.ctx
    .db('visit_pages as p')
    .join('visit_names as n', 'n.id', 'p.pageId')
    .join('visits as v', (on) => on.on('v.day', 'p.day').on('v.visitor', 'p.visitor'))
    .where({ 'p.day': day, 'v.class': 'person' })
    .groupBy('n.name')
    .orderBy('n.name')
    .select('n.name', site.ctx.db.raw('CAST(SUM(p.views) AS SIGNED) AS views'))
  await flushViews(site.ctx)
  const views = (await site.ctx.db('posts').orderBy('number').pluck<number[]>('viewCount')).map(
    (count, index) => count - (before[index] ?? 0),
  )
  return { visitors: counted?.visitors, pageViews: counted?.pageViews, pages, views }
}

test('the same readers make the same count with a shared cache in front and without', { timeout: 120_000 }, async () => {
  const { free } = await firstBoards(plain)
  const mina = await aMember(plain, '미나')
  for (let times = 0; times < 2; times += 1) await aPost(plain, free, mina)
  await changeSettings(plain.ctx, mina.viewer, { visitHonoursSignals: true })
  for (const [index, journey] of journeys.entries()) {
    cache.empty()
    const [without, through] = [`2026-11-${10 + index}`, `2026-12-${10 + index}`]
    const expected = await countOf(plain, plain.url, without, journey)
    expect(expected.visitors).toBeGreaterThan(6)
    expect(await countOf(behind, cache.url, through, journey)).toEqual(expected)
    expect(cache.answers.filter((answer) => answer.startsWith('HIT')).length).toBeGreaterThan(8)
  }
  expect(await plain.ctx.db('visit_days').where('visitors', '>', 0).select('day', 'byPage', 'byRequest')).toEqual(
    expect.arrayContaining([
      { day: '2026-11-10', byPage: 1, byRequest: 0 },
      { day: '2026-12-10', byPage: 0, byRequest: 1 },
    ]),
  )
})
