import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { changeSettings, loadSettings } from '../../../src/features/settings/settings.service.ts'
import type { SiteSettings } from '../../../src/features/settings/settings.types.ts'
import { aMember } from '../../support/factories.ts'
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

test('a site that moved in goes on from its figures', async () => {
  site.clock.set('2026-11-20T03:00:00Z')
  await settle({ visitStartTotal: '693,000', visitStartBest: '3,806', visitStartBestDay: '2019-03-01' })
  await site.ctx.db('visit_days').insert({ day: '2026-11-19', visitors: 3_806, pageViews: 1 })
  expect(await figures()).toMatchObject({ total: 696_806, best: 3_806, bestDay: '2019-03-01' })
})

test('the larger of both is the best day', async () => {
  site.clock.set('2026-11-20T03:00:00Z')
  await settle({ visitStartBest: '100' })
  await site.ctx.db('visit_days').insert({ day: '2026-11-19', visitors: 101, pageViews: 1 })
  expect(await figures()).toMatchObject({ best: 101, bestDay: '2026-11-19', total: 101 })
})

test('a best day without a date has none', async () => {
  await settle({ visitStartBest: '100' })
  expect(await figures()).toMatchObject({ best: 100, bestDay: null, total: 0 })
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
  await settle({ visitIgnored: '198.51.100.7\n203.0.113.0/24\n\n2001:db8:1::/48' })
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

test('a word of the owner makes a bot of whoever bears it', async () => {
  await settle({ visitBotWords: 'ShopWatch' })
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 shopwatch/2' }
  const shop = browserAt(site.url, '203.0.113.5', { headers })
  await shop.get('/terms')
  await shop.request('/day.svg')
  expect(await settled(site)).toEqual({ visitors: 0, pageViews: 0 })
  expect(await site.ctx.db('visits').pluck('class')).toEqual(['declared'])
  expect(JSON.stringify(await site.ctx.db('visits').pluck('facts'))).toContain('ShopWatch')
})

test.each([
  ['dnt', '203.0.113.61'],
  ['sec-gpc', '203.0.113.63'],
])('of who sends %s nothing but the number is kept, unless the owner does not listen', async (signal, address) => {
  const settings = { visitAddressDays: '7' }
  await settle(settings)
  const quiet = browserAt(site.url, address, { headers: { [signal]: '1', referer: 'https://search.example.org/' } })
  for (const path of ['/terms', '/privacy', '/search?q=느티나무', '/nowhere-at-all']) await quiet.get(path)
  await quiet.request('/day.svg')
  expect(quiet.cookies.has('visitor')).toBe(false)
  expect((await settled(site)).visitors).toBe(1)
  expect(await site.ctx.db('visits')).toMatchObject([
    { class: 'person', proved: 1, facts: null, maskedAddress: '', address: null, member: 0 },
  ])
  for (const table of ['visit_pages', 'visit_events']) expect(await site.ctx.db(table)).toEqual([])
  const owner = await aMember(site, '주인둘', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { visitPrivacySignals: false })
  const other = browserAt(site.url, '203.0.113.70', { headers: { [signal]: '1', 'user-agent': `Mozilla/5.0 Peculiar/${signal}` } })
  await other.get('/terms')
  expect(other.cookies.has('visitor')).toBe(true)
  await settled(site)
  expect(await site.ctx.db('visits').whereNotNull('facts')).toMatchObject([
    { maskedAddress: '203.0.113.*', address: Buffer.from([203, 0, 113, 70]) },
  ])
})

test('days, switches and lists are kept as they were sent; a tick that is taken away is off', async () => {
  const owner = await settle({ visitRowDays: '90', visitAddressDays: '30', visitLedgerPublic: 'yes', visitBotWords: '  ShopWatch \r\n' })
  expect(await loadSettings(site.ctx)).toMatchObject({ visitRowDays: 90, visitAddressDays: 30, visitLedgerPublic: true, visitBadge: true })
  const page = await owner.agent.get(PATH)
  const csrf = page.root.querySelector(`${FORM} [name=_csrf]`)?.getAttribute('value') ?? ''
  const empty = { visitStartTotal: '0', visitStartBest: '0', visitStartBestDay: '', visitIgnored: '', visitBotWords: '' }
  await owner.agent.post(PATH, { ...empty, visitRowDays: '35', visitAddressDays: '0', _csrf: csrf })
  const off: Partial<SiteSettings> = { visitLedgerPublic: false, visitBadge: false, visitPrivacySignals: false, visitRowDays: 35 }
  expect(await loadSettings(site.ctx)).toMatchObject(off)
  expect(await site.ctx.db('settings').where('name', 'visitBadge').select('updatedBy')).toEqual([{ updatedBy: owner.viewer.memberId }])
})

test.each([
  ['visitStartTotal', '많이', '0부터 1,000,000,000,000까지'],
  ['visitStartBestDay', '2019-02-30', '달력에 있는 날'],
  ['visitRowDays', '1', '2부터 400까지'],
  ['visitAddressDays', '401', '0부터 400까지'],
  ['visitIgnored', '203.0.113.7\n\n203.0.113.300', '3번째 줄 ‘203.0.113.300’'],
  ['visitIgnored', '10', '1번째 줄'],
  ['visitIgnored', '0.0.0.0/0', '1번째 줄'],
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

test('the page is for administrators', async () => {
  const admin = await aMember(site, '관리', { level: 9 })
  const page = await admin.agent.get(PATH)
  expect(page.status).toBe(200)
  expect(page.text('#about-visitRowDays')).toContain('기본값: 35')
  expect([403, 404]).toContain((await (await aMember(site, '회원')).agent.get(PATH)).status)
  expect((await admin.agent.get('/console/visitors')).has(`main a[href="${PATH}"]`)).toBe(true)
})
