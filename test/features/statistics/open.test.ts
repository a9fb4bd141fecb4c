import { expect, test } from 'vitest'
import { simulateVisits } from '../../../src/corpus/visits/simulate-visits.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { aMember, aPost, firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { forgetVisits } from '../visits/counting.ts'

const site = useSite()
const OPEN = '/visitors/statistics'

test('statistics are read by whom the owner lets, and the counter leads there', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  const member = await aMember(site, '회원')
  const statuses = async () => Promise.all([site.visitor(), member.agent, owner.agent].map(async (agent) => (await agent.get(OPEN)).status))
  expect(await statuses()).toEqual([404, 404, 200])
  await changeSettings(site.ctx, owner.viewer, { visitStatisticsFor: 'members' })
  expect(await statuses()).toEqual([404, 200, 200])
  expect((await site.visitor().get('/')).has(`[data-visits] a[href="${OPEN}"]`)).toBe(false)
  await changeSettings(site.ctx, owner.viewer, { visitStatisticsFor: 'everyone' })
  expect(await statuses()).toEqual([200, 200, 200])
  expect((await site.visitor().get('/')).has(`[data-visits] a[href="${OPEN}"]`)).toBe(true)
})

test('they name no page, no title and no word, in no file either', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  const { free } = await firstBoards(site)
  await aPost(site, free, owner, { title: '아무도모르는제목' })
  await forgetVisits(site)
  await simulateVisits(site.ctx, { days: 40, visitors: 90, zone: 'Asia/Seoul', seed: 3, rawDays: 0, rawVisitors: 0 })
  await site.ctx.db('visit_notes').insert({ day: '2026-11-20', text: '비밀 메모', memberId: null, createdAt: site.clock.now() })
  await changeSettings(site.ctx, owner.viewer, { visitStatisticsFor: 'everyone' })
  const page = await site.visitor().get(`${OPEN}?period=all`)
  const main = page.root.querySelector('#main')
  const files = main?.querySelectorAll('a[href*="format=csv"]').map((link) => link.getAttribute('href') ?? '') ?? []
  expect(files.length).toBeGreaterThan(8)
  const texts = [main?.textContent ?? '']
  for (const file of files) texts.push((await site.visitor().get(file)).body)
  for (const text of texts) for (const secret of ['아무도모르는제목', '비밀 메모', '/free', 'naver.com']) expect(text).not.toContain(secret)
  for (const id of ['post', 'page', 'referrer', 'search'])
    expect((await site.visitor().get(`${OPEN}?format=csv&section=${id}`)).status).toBe(404)
})

test('beside days that were counted only in part nothing is said to have risen', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  await forgetVisits(site)
  await simulateVisits(site.ctx, { days: 40, visitors: 90, zone: 'Asia/Seoul', seed: 3, rawDays: 0, rawVisitors: 0 })
  const rowsOf = async (period: number, section: string) =>
    (await owner.agent.get(`${OPEN}?period=${period}&format=csv&section=${section}`)).body.trim().split('\r\n').slice(0, 2)
  expect((await rowsOf(7, 'device'))[0]).toMatch(/,변화$/)
  expect((await rowsOf(30, 'device'))[0]).toMatch(/,비율$/)
  expect((await rowsOf(7, 'hours'))[1]).toMatch(/^00:00,\d+,[\d.]+,\d+$/)
  expect((await rowsOf(30, 'hours'))[1]).toMatch(/^00:00,\d+,[\d.]+,$/)
})
