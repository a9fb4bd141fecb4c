import { describe, expect, test } from 'vitest'
import { useSite } from '../../support/site.ts'
import { browserAt, settled, settledDays } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const agentOf = (userAgent: string) => ({ headers: { 'user-agent': userAgent } })
const stylesheetOf = async (page: {
  root: { querySelector(selector: string): { getAttribute(name: string): string | undefined } | null }
}) => page.root.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''

describe('who is a visitor', () => {
  test('a browser that comes back all day is one visitor, and each page is a page view', async () => {
    const browser = browserAt(site.url, '203.0.113.1')
    for (let times = 0; times < 5; times += 1) await browser.get('/terms')
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 5 })
  })

  test('a browser without cookies that reloads is one visitor', async () => {
    const browser = browserAt(site.url, '203.0.113.2', { keepCookies: false })
    for (let times = 0; times < 5; times += 1) await browser.get('/terms')
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 5 })
    await browser.get('/terms')
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 6 })
  })

  test('two visitors behind one address are two', async () => {
    for (const browser of [browserAt(site.url, '203.0.113.3'), browserAt(site.url, '203.0.113.3')]) {
      await browser.get('/terms')
      await browser.get('/privacy')
    }
    expect(await settled(site)).toEqual({ visitors: 2, pageViews: 4 })
  })

  test('the second of them counts by the stylesheet of the only page that they read', async () => {
    for (const browser of [browserAt(site.url, '203.0.113.4'), browserAt(site.url, '203.0.113.4')]) {
      const page = await browser.get('/terms')
      expect((await browser.request(await stylesheetOf(page))).status).toBe(200)
    }
    expect(await settled(site)).toEqual({ visitors: 2, pageViews: 2 })
  })

  test('a cookie that somebody made up is as good as none', async () => {
    const browser = browserAt(site.url, '203.0.113.5', { keepCookies: false })
    for (const made of ['x', 'A'.repeat(46), Buffer.alloc(34, 7).toString('base64url')]) {
      await browser.request('/terms', { headers: { cookie: `visitor=${made}` } })
    }
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 3 })
  })

  test('a page that did not change is a page view too', async () => {
    const browser = browserAt(site.url, '203.0.113.6')
    const first = await browser.request('/terms')
    await browser.request('/terms')
    const etag = first.headers.get('etag') ?? ''
    const again = await browser.request('/terms', { headers: { 'if-none-match': etag } })
    expect([200, 304]).toContain(again.status)
    expect(await settled(site)).toEqual({ visitors: 1, pageViews: 3 })
  })
})

describe('what is no visit', () => {
  test.each([
    ['Googlebot', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['Naver', 'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)'],
    ['Daum', 'Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html?faqId=28966)'],
    ['KakaoTalk drawing a preview', 'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984'],
    ['GPTBot', 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)'],
    ['curl', 'curl/8.5.0'],
    ['nobody in particular', ''],
  ])('%s', async (_name, userAgent) => {
    const bot = browserAt(site.url, '203.0.113.7', agentOf(userAgent))
    const page = await bot.get('/terms')
    expect(page.status).toBe(200)
    await bot.request(await stylesheetOf(page))
    expect(bot.cookies.has('visitor')).toBe(false)
    expect(await settledDays(site, 300)).toMatchObject([{ visitors: 0, pageViews: 0 }])
    expect(await site.ctx.db('visit_days').first('declaredBots', 'suspectedBots', 'botViews')).toEqual({
      declaredBots: 1,
      suspectedBots: 0,
      botViews: 1,
    })
  })

  test.each([
    ['fetched ahead', { 'sec-purpose': 'prefetch' }],
    ['drawn ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['fetched ahead by an old browser', { purpose: 'prefetch' }],
    ['fetched ahead by an old Firefox', { 'x-moz': 'prefetch' }],
    ['read by a script', { 'sec-fetch-dest': 'empty' }],
    ['asked for as a part', { 'x-requested-with': 'fetch' }],
  ])('a page %s', async (_name, headers) => {
    const browser = browserAt(site.url, '203.0.113.8')
    expect((await browser.get('/terms', headers as Record<string, string>)).status).toBe(200)
    expect(await settledDays(site, 300)).toEqual([])
  })

  test('a page that is not there, nor the stylesheet of the error', async () => {
    const browser = browserAt(site.url, '203.0.113.9')
    const page = await browser.get('/no-such-board')
    expect(page.status).toBe(404)
    await browser.request(await stylesheetOf(page))
    expect(await settledDays(site, 300)).toEqual([])
  })

  test('a redirect, a file, a feed, a health check, a form that was sent', async () => {
    const browser = browserAt(site.url, '203.0.113.10')
    await browser.request('/me')
    for (const path of ['/healthz', '/readyz', '/robots.txt', '/favicon.svg', '/assets/nothing.css']) await browser.request(path)
    await browser.request('/terms', { method: 'HEAD' })
    await browser.request('/login', {
      method: 'POST',
      body: new URLSearchParams({ login: 'x' }),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(await settledDays(site, 300)).toEqual([])
  })
})

test('people in the browsers inside KakaoTalk, Naver and Whale are people', async () => {
  const agents = [
    'Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36;KAKAOTALK 2410430',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 NAVER(inapp; search; 2000; 12.5.1; 15PROMAX)',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Whale/4.29 Safari/537.36',
  ]
  for (const agent of agents) await browserAt(site.url, '203.0.113.11', agentOf(agent)).get('/terms')
  expect(await settled(site)).toEqual({ visitors: 3, pageViews: 3 })
})

test('an app of Android that adds its own name to every request shows a page to a person, and an error as a page', async () => {
  const headers = { 'x-requested-with': 'com.kakao.talk', accept: 'text/html,*/*' }
  const app = browserAt(site.url, '203.0.113.12', { headers })
  await app.get('/terms')
  const missing = await app.get('/no-such-board')
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect(await settled(site)).toEqual({ visitors: 1, pageViews: 1 })
})

test('of a visit its kinds and names are kept, and nothing by which its reader could be found', async () => {
  const phone = browserAt(site.url, '203.0.113.77', {
    headers: {
      'user-agent':
        'Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0.0.0 Mobile Safari/537.36 KAKAOTALK/25.9.0',
      'accept-language': 'ko-KR,ko;q=0.9',
      referer: 'https://search.naver.com/search.naver?query=%EB%8F%99%EB%84%A4+%EC%B1%85%EB%B0%A9&sm=secret',
    },
  })
  await phone.get('/terms?utm_source=letter&utm_campaign=autumn&token=secret')
  await settled(site)
  const { facts, maskedAddress } = await site.ctx.db('visits').first('facts', 'maskedAddress')
  expect(typeof facts === 'string' ? JSON.parse(facts) : facts).toMatchObject({
    ...{ referrerKind: 'search', referrer: 'search.naver.com', words: '동네 책방', language: 'ko' },
    ...{ system: 'Android', device: 'phone', app: 'KakaoTalk', bot: null },
  })
  expect(maskedAddress).toBe('203.0.113.*')
  expect(JSON.stringify(facts)).not.toContain('secret')
  const sums = await site.ctx
    .db('visit_sums')
    .where({ boardId: 0, span: 'day' })
    .whereIn('kind', ['app', 'words'])
    .select('kind', 'visitors')
  expect(sums).toHaveLength(2)
})
