import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { flushViews } from '../../../src/features/posts/posts.jobs.ts'
import { changeSettings, loadSettings } from '../../../src/features/settings/settings.service.ts'
import type { SiteSettings } from '../../../src/features/settings/settings.types.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, settled } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const PATH = '/console/visitors/settings'
const FORM = '#visit-settings-form'

/** What an owner settles by the page, and what stands there then. */
async function settle(fields: Record<string, string>) {
  const owner = await aMember(site, '주인', { level: 10 })
  const after = await owner.agent.submit(await owner.agent.get(PATH), FORM, fields)
  expect([after.status, after.text('.flash')]).toEqual([200, expect.stringContaining('저장했습니다.')])
  await settled(site)
  for (const table of ['visit_pages', 'visits', 'visit_events']) await site.ctx.db(table).delete()
  await site.ctx.db('visit_days').delete()
  return owner
}

const figures = async () => {
  await sleep(1_100)
  return JSON.parse((await site.visitor().get('/visitors.json')).body) as Record<string, unknown>
}

test('a site that moved in goes on from its figures, and counts from the day that it names', async () => {
  site.clock.set('2026-11-20T03:00:00Z')
  await settle({ visitStartTotal: '693,000', visitStartBest: '3,806', visitStartBestDay: '2019-03-01', visitCountFrom: '2026-11-19' })
  await site.ctx.db('visit_days').insert([
    { day: '2026-11-18', visitors: 9_000, pageViews: 1 },
    { day: '2026-11-19', visitors: 3_806, pageViews: 1 },
  ])
  expect(await figures()).toMatchObject({ total: 696_806, yesterday: 3_806, best: 3_806, bestDay: '2019-03-01' })
})

test('administrators are counted only where the owner wants it', async () => {
  const owner = await settle({})
  await owner.agent.get('/terms')
  expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
  await owner.agent.submit(await owner.agent.get(PATH), FORM, { visitCountStaff: 'yes' })
  await owner.agent.get('/terms')
  // The page that said "saved", and this one.
  expect((await settled(site)).pageViews).toBe(2)
})

test('who comes from an address that is left out is nobody, by a page and by its files', async () => {
  await settle({ visitUncountedAddresses: '198.51.100.7\n203.0.113.0/24\n\n2001:db8:1::/48' })
  for (const address of ['198.51.100.7', '203.0.113.99', '2001:db8:1::5']) {
    const browser = browserAt(site.url, address)
    await browser.get('/terms')
    await browser.request('/day.svg')
    await browser.get('/nowhere-at-all')
    expect(browser.cookies.has('visitor')).toBe(false)
  }
  expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
  expect(await site.ctx.db('visit_events')).toEqual([])
  for (const address of ['198.51.100.8', '2001:db8:2::5']) await browserAt(site.url, address).get('/terms')
  expect(await settled(site)).toEqual({ visitors: 2, pageViews: 2 })
})

test('a word of the owner makes a bot of whoever bears it: no visitor, and no view of a post', async () => {
  const owner = await settle({ visitBotWords: 'ShopWatch' })
  await aPost(site, await aBoard(site, { slug: 'free' }), owner)
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 shopwatch/2' }
  const shop = browserAt(site.url, '203.0.113.5', { headers })
  await shop.get('/free/1')
  await shop.request('/day.svg')
  expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
  expect(await site.ctx.db('visits').pluck('class')).toEqual(['declared'])
  expect(JSON.stringify(await site.ctx.db('visits').pluck('facts'))).toContain('ShopWatch')
  await browserAt(site.url, '203.0.113.6').get('/free/1')
  await settled(site)
  await flushViews(site.ctx)
  expect(await site.ctx.db('posts').pluck('view_count')).toEqual([1])
})

test.each([
  ['dnt', '203.0.113.61'],
  ['sec-gpc', '203.0.113.63'],
])('of who sends %s nothing but the number is kept, unless the owner does not listen', async (signal, address) => {
  await settle({})
  const quiet = browserAt(site.url, address, { headers: { [signal]: '1', referer: 'https://search.example.org/' } })
  for (const path of ['/terms', '/privacy', '/search?q=느티나무', '/nowhere-at-all']) await quiet.get(path)
  await quiet.request('/day.svg')
  expect(quiet.cookies.has('visitor')).toBe(false)
  expect((await settled(site)).visitors).toBe(1)
  expect(await site.ctx.db('visits')).toMatchObject([{ class: 'person', proved: 1, facts: null, maskedAddress: '', member: 0 }])
  for (const table of ['visit_pages', 'visit_events']) expect(await site.ctx.db(table)).toEqual([])
  const owner = await aMember(site, '주인둘', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { visitHonoursSignals: false })
  const other = browserAt(site.url, '203.0.113.70', { headers: { [signal]: '1', 'user-agent': `Mozilla/5.0 Peculiar/${signal}` } })
  await other.get('/terms')
  expect(other.cookies.has('visitor')).toBe(true)
  await settled(site)
  expect(await site.ctx.db('visits').whereNotNull('facts').pluck('masked_address')).toEqual(['203.0.113.*'])
})

test('who was given a cookie and asks not to be followed since is rid of it; a bot that asks so is known as a bot all the same', async () => {
  await settle({})
  const reader = browserAt(site.url, '203.0.113.80')
  await reader.get('/terms')
  expect(reader.cookies.has('visitor')).toBe(true)
  await reader.request('/privacy', { headers: { 'sec-gpc': '1' } })
  expect(reader.cookies.has('visitor')).toBe(false)
  await browserAt(site.url, '203.0.113.81', { headers: { 'sec-gpc': '1', 'user-agent': 'GPTBot/1.3' } }).get('/terms')
  await settled(site)
  const bots = await site.ctx.db('visits').where('class', 'declared').pluck('facts')
  expect(JSON.stringify(bots)).toContain('GPTBot')
})

test('days, switches and lists are kept as they were sent; a tick that is taken away is off', async () => {
  const owner = await settle({ visitRowDays: '90', visitLedgerFor: 'members', visitBotWords: '  ShopWatch \r\n' })
  expect(await loadSettings(site.ctx)).toMatchObject({ visitRowDays: 90, visitLedgerFor: 'members', visitBadge: true })
  const page = await owner.agent.get(PATH)
  const csrf = page.root.querySelector(`${FORM} [name=_csrf]`)?.getAttribute('value') ?? ''
  const empty = { visitStartTotal: '0', visitStartBest: '0', visitStartBestDay: '', visitCountFrom: '' }
  const shown = {
    visitLook: 'table',
    visitCounterFor: 'everyone',
    visitOnlineFor: 'everyone',
    visitLedgerFor: 'staff',
    visitStatisticsFor: 'staff',
  }
  const rest = { ...shown, visitUncountedAddresses: '', visitBotWords: '', visitRowDays: '35' }
  await owner.agent.post(PATH, { ...empty, ...rest, _csrf: csrf })
  const off: Partial<SiteSettings> = { visitLedgerFor: 'staff', visitBadge: false, visitHonoursSignals: false, visitRowDays: 35 }
  expect(await loadSettings(site.ctx)).toMatchObject(off)
  expect(await site.ctx.db('settings').where('name', 'visitBadge').select('updatedBy')).toEqual([{ updatedBy: owner.viewer.memberId }])
})

test.each([
  ['visitStartTotal', '많이', '0부터 4,000,000,000까지'],
  ['visitStartBestDay', '2019-02-30', '달력에 있는 날'],
  ['visitRowDays', '1', '2부터 400까지'],
  ['visitCountFrom', '언젠가', '달력에 있는 날'],
  ['visitUncountedAddresses', '203.0.113.7\n\n203.0.113.300', '3번째 줄 ‘203.0.113.300’'],
  ['visitUncountedAddresses', '10', '1번째 줄'],
  ['visitUncountedAddresses', '0.0.0.0/0', '1번째 줄'],
  ['visitBotWords', 'ShopWatch\nbot', '2번째 줄 ‘bot’'],
  ['visitBotWords', 'chrome', '사람이 쓰는 브라우저'],
  ['visitBotWords', 'KakaoTalk', '사람이 쓰는 브라우저'],
])('%s as %j is explained beside the field, and nothing is saved', async (name, value, words) => {
  const owner = await aMember(site, '주인', { level: 10 })
  const before = await loadSettings(site.ctx)
  const again = await owner.agent.submit(await owner.agent.get(PATH), FORM, { visitStartTotal: '77', [name]: value })
  expect(again.status).toBe(422)
  expect(again.text(`#about-${name}`)).toContain(words)
  const field = again.root.querySelector(`#field-${name}`)
  expect(field?.getAttribute('value') ?? field?.text.replace('\n', '')).toBe(value)
  expect(await loadSettings(site.ctx)).toEqual(before)
})

test('the look of the counter, and who sees what of it, are chosen here', async () => {
  const chosen = { visitLook: 'digits', visitCounterFor: 'members', visitOnlineFor: 'staff' } as const
  const owner = await settle(chosen)
  expect(await loadSettings(site.ctx)).toMatchObject(chosen)
  expect((await owner.agent.get('/')).has('.counter--digits .counter__online')).toBe(true)
  expect((await site.visitor().get('/')).has('.counter')).toBe(false)
})

test.each(['visitLook', 'visitCounterFor', 'visitOnlineFor', 'visitLedgerFor'])('%s is one of those offered', async (name) => {
  const owner = await aMember(site, '주인', { level: 10 })
  const again = await owner.agent.submit(await owner.agent.get(PATH), FORM, { [name]: 'nobody' })
  expect([again.status, again.text(`#about-${name}`)]).toEqual([422, '목록에 있는 것을 골라 주세요.'])
})

test('the page is the owner’s', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  const page = await owner.agent.get(PATH)
  expect(page.status).toBe(200)
  expect(page.text('#about-visitRowDays')).toContain('기본값: 35')
  expect((await owner.agent.get('/console/settings')).has(`main a[href="${PATH}"]`)).toBe(true)
  for (const level of [2, 9]) expect([403, 404]).toContain((await (await aMember(site, `회원${level}`, { level })).agent.get(PATH)).status)
})
