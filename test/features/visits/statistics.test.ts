import { describe, expect, test } from 'vitest'
import { dayOf, shiftDay } from '../../../src/lib/time/zone.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { pastDays } from './counting.ts'

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

  test('show days, days of the week and months, with a table for each picture', async () => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await pastDays(site, today(), 400, (back) => 100 + (back % 7) * 10)
    const page = await agent.get('/console/visitors?period=30')
    expect(page.texts('.statistics h2').map((title) => title.split(' ')[0])).toEqual(['하루', '요일별', '월별'])
    expect(page.root.querySelectorAll('.statistics svg.chart__wide[role=img]')).toHaveLength(3)
    expect(page.root.querySelectorAll('.statistics svg.chart__narrow[role=img]')).toHaveLength(3)
    const tables = page.root.querySelectorAll('.statistics table')
    expect(tables.map((table) => table.querySelectorAll('tbody tr').length)).toEqual([30, 7, 12])
    expect(page.text('.chips [aria-current]')).toBe('30일')
    const yesterday = tables[0]?.querySelectorAll('tbody tr')[1]
    expect(yesterday?.querySelectorAll('th,td').map((cell) => cell.textContent)).toEqual([shiftDay(today(), -1), '110', '550', '5.0'])
  })

  test.each([
    ['90', 90],
    ['365', 365],
    ['nonsense', 30],
    ['-1', 30],
  ])('a period of %s shows %i days', async (period, rows) => {
    const { agent } = await aMember(site, '관리자', { level: 9 })
    await pastDays(site, today(), 400, () => 3)
    const page = await agent.get(`/console/visitors?period=${period}`)
    expect(page.root.querySelector('.statistics table')?.querySelectorAll('tbody tr')).toHaveLength(rows)
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

  test('English readers read English', async () => {
    const { agent } = await aMember(site, 'Keeper', { level: 9 })
    await pastDays(site, today(), 40, () => 1234)
    const page = await agent.get('/console/visitors', {
      cookie: [...agent.cookies, ['lang', 'en']].map((pair) => pair.join('=')).join('; '),
    })
    expect(page.text('h1')).toBe('Visitors')
    expect(page.text('main')).not.toMatch(/[가-힣]/)
    expect(page.texts('.tiles dd').at(-1)).toMatch(/^1,2\d\d/)
  })
})
