import { expect, test } from 'vitest'
import { suspectBots } from '../../../src/features/visits/visits.jobs.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, settled, settledDays } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const NOON = '2026-11-24T03:00:00.000Z'
const MINUTE = 60_000

const classes = async () => (await site.ctx.db('visits').orderBy('createdAt').pluck<string[]>('class')).join(' ')

async function afterHalfAnHour(): Promise<void> {
  await settled(site)
  site.clock.advance(31 * MINUTE)
  await suspectBots(site.ctx)
}

test('a program that says it is a browser is counted, and taken back when it has asked for no file of its pages', async () => {
  site.clock.set(NOON)
  const liar = browserAt(site.url, '203.0.113.1')
  for (const path of ['/terms', '/privacy', '/']) await liar.get(path)
  expect(await settled(site)).toEqual({ visitors: 1, pageViews: 3 })
  await afterHalfAnHour()
  expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
  expect(await site.ctx.db('visit_days').first('suspectedBots', 'botViews')).toEqual({ suspectedBots: 1, botViews: 3 })
})

test.each([
  ['with cookies', '203.0.113.2', true],
  ['without cookies', '203.0.113.8', false],
])('a browser %s that asks for the image of the day stays a person', async (_name, address, keepCookies) => {
  site.clock.set(NOON)
  const browser = browserAt(site.url, address, { keepCookies })
  const page = await browser.get('/terms')
  const image = page.root.querySelector('img[alt=""][src="/day.svg"]')
  expect(image).not.toBeNull()
  expect((await browser.request('/day.svg')).status).toBe(200)
  await afterHalfAnHour()
  expect(await settled(site)).toEqual({ visitors: 1, pageViews: 1 })
})

test('the style sheet of a page proves a browser as the image does, its other files do not', async () => {
  site.clock.set(NOON)
  const files = async (address: string, pattern: RegExp) => {
    const browser = browserAt(site.url, address)
    const { body } = await browser.get('/terms')
    expect((await browser.request(pattern.exec(body)?.[0] ?? '')).status).toBe(200)
  }
  await files('203.0.113.5', /\/assets\/[\w-]+\/css\/main\.css/)
  await files('203.0.113.6', /\/assets\/[\w-]+\/js\/main\.js/)
  await afterHalfAnHour()
  expect(await settled(site)).toEqual({ visitors: 1, pageViews: 1 })
})

test('half an hour is given to everybody; a file that comes later makes a person of them again', async () => {
  site.clock.set(NOON)
  const slow = browserAt(site.url, '203.0.113.3')
  await slow.get('/terms')
  await settled(site)
  site.clock.advance(29 * MINUTE)
  await suspectBots(site.ctx)
  expect(await classes()).toBe('person')
  site.clock.advance(2 * MINUTE)
  await suspectBots(site.ctx)
  expect(await classes()).toBe('suspected')
  await slow.request('/day.svg')
  expect(await settled(site)).toEqual({ visitors: 1, pageViews: 1 })
  expect(await classes()).toBe('person')
})

test('a file without a page is nobody, and an image fetched ahead proves nothing', async () => {
  site.clock.set(NOON)
  await browserAt(site.url, '203.0.113.9', { keepCookies: false }).request('/day.svg')
  expect(await settledDays(site, 300)).toEqual([])
  const stranger = browserAt(site.url, '203.0.113.4', { keepCookies: false })
  await stranger.get('/terms')
  await stranger.request('/day.svg', { headers: { 'sec-purpose': 'prefetch;prerender' } })
  await afterHalfAnHour()
  expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
})

test('browsers keep the image of the day until the midnight of the site, and for themselves alone', async () => {
  site.clock.set('2026-11-24T14:50:00.000Z')
  const answer = await site.visitor().request('/day.svg')
  const [, seconds] = /^private, max-age=(\d+)$/.exec(answer.headers.get('cache-control') ?? '') ?? []
  expect(Number(seconds)).toBeGreaterThan(590)
  expect(Number(seconds)).toBeLessThanOrEqual(600)
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('what is not there, and what led there, is noted for people alone', async () => {
  site.clock.set(NOON)
  const person = browserAt(site.url, '203.0.113.5')
  const html = { accept: 'text/html', 'sec-fetch-dest': 'document' }
  await person.request('/nothing/here?secret=1', { headers: { ...html, referer: 'https://example.org/links?from=me' } })
  await person.request('/nothing/here', { headers: html })
  await person.request('/picture.png', { headers: { accept: 'image/*', 'sec-fetch-dest': 'image' } })
  await browserAt(site.url, '203.0.113.6', { headers: { 'user-agent': 'curl/8.5.0' } }).request('/nothing/bot', { headers: html })
  await settledDays(site)
  const events = await site.ctx
    .db('visit_events as e')
    .join('visit_names as n', 'n.id', 'e.nameId')
    .orderBy('kind')
    .select('kind', 'name', 'times')
  expect(events).toEqual([
    { kind: 'missing', name: '/nothing/here', times: 2 },
    { kind: 'missing-from', name: 'example.org/links', times: 1 },
  ])
  expect(await site.ctx.db('visits').count({ n: '*' }).first()).toEqual({ n: 0 })
})

test('what people look for is noted once a search, from kept pages too, and never what may name somebody', async () => {
  site.clock.set(NOON)
  const person = browserAt(site.url, '203.0.113.7')
  for (const words of ['자전거  길', '자전거 길', 'kim@example.org', '010-1234-5678'])
    await person.get(`/search?q=${encodeURIComponent(words)}`)
  await settledDays(site)
  const events = await site.ctx
    .db('visit_events as e')
    .join('visit_names as n', 'n.id', 'e.nameId')
    .orderBy('kind')
    .select('kind', 'name', 'times')
  expect(events).toEqual([
    { kind: 'search', name: '자전거 길', times: 2 },
    { kind: 'search-empty', name: '자전거 길', times: 2 },
  ])
})
