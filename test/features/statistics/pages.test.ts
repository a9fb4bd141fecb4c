import { describe, expect, test } from 'vitest'
import { simulateVisits } from '../../../src/corpus/visits/simulate-visits.ts'
import { statisticsPath } from '../../../src/features/statistics/statistics.paths.ts'
import { statisticsPages } from '../../../src/features/statistics/statistics.types.ts'
import { dayOf, shiftDay } from '../../../src/lib/time/zone.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { forgetVisits, pastDays } from '../visits/counting.ts'

const site = useSite()
const today = () => dayOf(site.clock.now(), 'Asia/Seoul')

describe('the statistics of visitors', () => {
  test('are for those who run the site', async () => {
    expect((await site.visitor().get('/console/visitors')).redirects[0]).toMatch(/^\/login/)
    const member = await aMember(site, '새봄')
    expect((await member.agent.get('/console/visitors')).status).toBe(403)
  })

  test('of a new site say what will be here', async () => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await site.ctx.db('visit_days').delete()
    const page = await agent.get('/console/visitors')
    expect(page.status).toBe(200)
    expect(page.text('h1')).toBe('접속 통계')
  })

  test.each(statisticsPages)('of %s stand on a page of their own, each chart drawn twice, each table to be had as CSV', async (name) => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await pastDays(site, today(), 40, (back) => 100 + (back % 7) * 10)
    const page = await agent.get(statisticsPath(name))
    expect(page.status).toBe(200)
    expect(page.root.querySelectorAll('.statistics svg.chart__wide[role=img]').length).toBe(
      page.root.querySelectorAll('.statistics svg.chart__narrow[role=img]').length,
    )
    const links = page.root.querySelectorAll('.statistics a[href*="format=csv"]').map((link) => link.getAttribute('href') ?? '')
    for (const link of links) expect((await agent.get(link)).headers.get('content-type')).toContain('text/csv')
    expect((await agent.get(`${statisticsPath(name)}?format=csv&section=nothing`)).status).toBe(404)
  })

  test.each([
    ['period=7', 7],
    ['period=90', 90],
    ['period=all', 400],
    ['period=nonsense', 30],
    ['period=-1&compare=x&board=nowhere', 30],
    ['from=2026-02-30&to=never', 30],
  ])('?%s shows %i days', async (query, rows) => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await pastDays(site, today(), 400, () => 3)
    const page = await agent.get(`/console/visitors?${query}`)
    expect(page.root.querySelector('#days')?.closest('section')?.querySelectorAll('tbody tr')).toHaveLength(rows)
  })

  test('a day that was not counted is a gap, not a day with nobody', async () => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await pastDays(site, today(), 10, () => 50)
    await site.ctx.db('visit_days').where('day', shiftDay(today(), -4)).delete()
    const page = await agent.get('/console/visitors')
    const rows = page.root.querySelectorAll('.statistics table')[0]?.querySelectorAll('tbody tr') ?? []
    // Since the first day, and no further back.
    expect(rows).toHaveLength(10)
    expect(rows[4]?.textContent).toContain('기록 없음')
    expect(page.root.querySelector('.chart__wide path.now')?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
  })

  test('of imported days nothing is said but how many came: neither that nothing was read, nor that no bot was here', async () => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await pastDays(site, today(), 3, () => 50)
    await site.ctx.db('visit_days').insert([
      { day: shiftDay(today(), -3), visitors: 70, importId: 1 },
      { day: shiftDay(today(), -4), visitors: 70, pageViews: 140, importId: 1 },
    ])
    const rowsOf = async (path: string) => {
      const rows = (await agent.get(path)).root.querySelector('#days')?.closest('section')?.querySelectorAll('tbody tr') ?? []
      return rows.map((row) => row.querySelectorAll('td').map((cell) => cell.textContent.trim()))
    }
    const rows = await rowsOf('/console/visitors?compare=none')
    expect(rows.slice(2).map((cells) => cells.slice(0, 3))).toEqual([
      ['50', '250', '5.0'],
      ['70', '–', '–'],
      ['70', '140', '2.0'],
    ])
    const years = (await agent.get('/console/visitors/times?compare=none&format=csv&section=years')).body.trim().split('\r\n')
    // 150 visitors read 750 pages, 70 read 140: of the others it is not known.
    expect(years[1]).toMatch(/,290,890,4\.0/)
  })

  test('made-up traffic of two months fills every kind, and its words are those of the table', async () => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await forgetVisits(site)
    await simulateVisits(site.ctx, { days: 60, visitors: 60, zone: 'Asia/Seoul', seed: 1, rawDays: 0, rawVisitors: 1 })
    for (const name of statisticsPages) {
      const page = await agent.get(statisticsPath(name))
      expect(page.status).toBe(200)
      expect(page.root.querySelectorAll('.statistics tbody tr').length).toBeGreaterThan(5)
    }
    const csv = await agent.get('/console/visitors/sources?format=csv&section=referrer-kind')
    expect(csv.body).toMatch(/^\uFEFF?이름,방문자,페이지 보기,비율,변화\r\n/)
  })

  test('English readers read English', async () => {
    const { agent } = await aMember(site, 'Keeper', { level: 9 })
    await pastDays(site, today(), 40, () => 1234)
    const page = await agent.get('/console/visitors', {
      cookie: [...agent.cookies, ['lang', 'en']].map((pair) => pair.join('=')).join('; '),
    })
    expect(page.text('h1')).toBe('Visitors')
    expect(page.text('main')).not.toMatch(/[가-힣]/)
    expect(page.texts('.tiles dd')).toContainEqual(expect.stringMatching(/^1,2\d\d/))
  })
})
