import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { dayRows, settled } from './counting.ts'

const site = useSite()
const elsewhere = { origin: 'https://blog.example.org', accept: '*/*' }

async function someDays(): Promise<void> {
  site.clock.set('2032-06-09T03:00:00Z')
  await site.ctx.db('visit_days').insert([
    { day: '2032-06-01', visitors: 690_000, pageViews: 9 },
    { day: '2032-06-08', visitors: 2_204, pageViews: 9 },
    { day: '2032-06-09', visitors: 1_684, pageViews: 9 },
  ])
  await sleep(1_100)
}

test('other sites get the figures as numbers and as a picture, cached for seconds, without a cookie', async () => {
  await someDays()
  const answer = await site.visitor().request('/visitors.json', { headers: elsewhere })
  expect(await answer.json()).toEqual({
    ...{ today: 1_684, yesterday: 2_204, best: 690_000, bestDay: '2032-06-01', total: 693_888, online: 0 },
    at: expect.stringMatching(/^2032-06-09T03:00:0\d\.\d{3}Z$/),
  })
  const image = await site.visitor().request('/visitors.svg', { headers: { ...elsewhere, cookie: 'madang.sid=gone; lang=en' } })
  expect(image.headers.get('content-type')).toContain('image/svg+xml')
  expect(await image.text()).toContain('>오늘 1,684 | 전체 693,888</text>')
  for (const { headers } of [answer, image]) {
    expect(headers.get('cache-control')).toBe('public, max-age=5')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.getSetCookie()).toEqual([])
  }
  expect(await (await site.visitor().request('/visitors.svg?lang=en')).text()).toContain('>Today 1,684 | Total 693,888</text>')
  expect((await site.visitor().request('/visitors.svg?lang=xx')).status).toBe(200)
})

test('while the figures stand, nothing is sent again; and nobody who looks at them is a visitor', async () => {
  await someDays()
  const before = await dayRows(site)
  // `fetch` would ask for a new answer whatever stands in the cache.
  const asking = (etag: string) => ({ headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })
  for (const path of ['/visitors.json', '/visitors.svg']) {
    const browser = site.visitor()
    const etag = (await browser.request(path)).headers.get('etag') ?? ''
    site.clock.advance(1_000)
    expect((await browser.request(path, asking(etag))).status).toBe(304)
    await site.ctx.db('visit_days').where('day', '2032-06-09').increment('visitors', 1)
    await sleep(1_100)
    expect((await browser.request(path, asking(etag))).status).toBe(200)
  }
  await settled(site)
  expect((await dayRows(site)).map(({ visitors }) => visitors)).toEqual(before.map(({ visitors }, at) => visitors + (at === 2 ? 2 : 0)))
  expect(await site.ctx.db('visits')).toEqual([])
})

test('what the picture says is text, and as wide as its ground', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { siteNameKo: '<script>"&느티' })
  const svg = await (await site.visitor().request('/visitors.svg')).text()
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).not.toMatch(/<script|style=/)
  const [ground = 0, text = 0] = [/<svg[^>]* width="(\d+)"/, /textLength="(\d+)"/].map((shape) => Number(shape.exec(svg)?.[1]))
  expect(ground).toBe(text + 20)
})

test('an owner keeps the figures to the site', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { visitBadge: false })
  for (const path of ['/visitors.json', '/visitors.svg']) expect((await site.visitor().request(path)).status).toBe(404)
})
