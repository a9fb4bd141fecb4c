import { expect, test } from 'vitest'
import { simulateVisits } from '../../../src/corpus/visits/simulate-visits.ts'
import { deleteVisits } from '../../../src/corpus/visits/simulated-visits.repository.ts'
import { checkSums, type SumDifference } from '../../../src/features/statistics/check-sums.service.ts'
import { quantile, rated } from '../../../src/features/statistics/speed.policy.ts'
import { countOf, SPEED_COUNTS, speedBounds } from '../../../src/features/visits/speed.policy.ts'
import type { SpeedMeasure } from '../../../src/features/visits/speed.types.ts'
import { dayOf, shiftDay } from '../../../src/lib/time/zone.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, pastDays, settled } from '../visits/counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const today = () => dayOf(site.clock.now(), 'Asia/Seoul')
const anAdministrator = async () => (await aMember(site, '관리자', { level: 9 })).agent

const counted = (measure: SpeedMeasure, values: readonly number[]) => {
  const counts = new Array<number>(SPEED_COUNTS).fill(0)
  for (const value of values) counts[countOf(measure, value)] = (counts[countOf(measure, value)] ?? 0) + 1
  return counts
}

/** Days of values, as a batch writes them. */
async function measured(measure: SpeedMeasure, part: string, days: readonly number[][]): Promise<void> {
  await site.ctx.db('visit_speed').insert(
    days.map((values, back) => ({
      ...{ measure, part, span: 'day', day: shiftDay(today(), -back) },
      ...Object.fromEntries(counted(measure, values).map((count, index) => [`b${index}`, count])),
    })),
  )
}

test('a quantile lies between the bounds of the value that it stands for, whatever the values', () => {
  let seed = 7
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  for (const measure of ['lcp', 'inp', 'cls', 'server'] as const) {
    const highest = speedBounds[measure].at(-1) ?? 0
    const values = Array.from({ length: 400 }, () => next() ** 3 * highest * 0.99).sort((one, other) => one - other)
    for (const part of [0.5, 0.75, 0.95]) {
      const exact = values[Math.ceil(values.length * part) - 1] ?? 0
      const value = quantile(measure, counted(measure, values), part) ?? -1
      expect(countOf(measure, value)).toBe(countOf(measure, exact))
    }
  }
  expect(quantile('lcp', null, 0.75)).toBeNull()
  // Beyond the last bound nobody knows how far.
  expect(quantile('cls', counted('cls', [9]), 0.75)).toBe(1)
})

test('good, middling and poor are told apart where Google does', () => {
  expect(rated('lcp', counted('lcp', [2_500, 2_501, 4_000, 4_001]))).toEqual([1, 2, 1])
  expect(rated('inp', counted('inp', [8, 200, 208, 500, 504]))).toEqual([2, 2, 1])
  expect(rated('cls', counted('cls', [0, 0.1, 0.11, 0.25, 0.2501]))).toEqual([2, 2, 1])
})

test('before anything was measured the page says how it comes', async () => {
  const agent = await anAdministrator()
  await pastDays(site, today(), 10, () => 50)
  await site.ctx.db('visit_speed').delete()
  const page = await agent.get('/console/visitors/speed')
  expect(page.texts('.statistics__empty')).toEqual([expect.stringContaining('다섯 번에 한 번꼴'), expect.stringContaining('답할 때마다')])
  expect(page.has('.chart')).toBe(false)
  expect(page.texts('.tiles dd')).toEqual(['–', '–', '–', '–'])
})

test('what was measured is shown by day, device and kind of page, beside the days before, and to be had as CSV', async () => {
  const agent = await anAdministrator()
  await pastDays(site, today(), 60, () => 50)
  const values = [900, 1_500, 1_900, 2_450, 2_900, 3_600, 4_400, 9_000]
  for (const part of ['all', 'phone', 'post']) await measured('lcp', part, [values, values])
  await measured('lcp', 'desk', [Array.from({ length: 40 }, () => 350)])
  const page = await agent.get('/console/visitors/speed?period=7')
  const rows = page.root.querySelectorAll('#lcp-parts').flatMap((title) => title.closest('section')?.querySelectorAll('tbody tr') ?? [])
  const texts = rows.map((row) => row.querySelectorAll('th, td').map((cell) => cell.textContent.trim()))
  expect(texts).toEqual([
    ['전체', '4.0초', '–', '50%', '25%', '25%', '16'],
    ['휴대폰', '4.0초', '–', '50%', '25%', '25%', '16'],
    ['컴퓨터', '300밀리초', '–', '100%', '0%', '0%', '40'],
    ['글', '4.0초', '–', '50%', '25%', '25%', '16'],
  ])
  expect(page.text('#lcp small')).toContain('16번밖에')
  // The server answered whoever logged in.
  expect(page.texts('.statistics__empty')).toEqual([
    expect.stringContaining('아무도 누르거나'),
    ...['이 기간에는 기록이 없습니다.', '이 기간에는 기록이 없습니다.', '이 기간에는 기록이 없습니다.'],
  ])
  const csv = await agent.get('/console/visitors/speed?period=7&format=csv&section=lcp-parts')
  expect(csv.body).toContain('전체,4000,,0.5,0.25,0.25,16')
})

test('speed is for those who run the site', async () => {
  expect((await site.visitor().get('/console/visitors/speed')).redirects[0]).toMatch(/^\/login/)
  expect((await (await aMember(site, '새봄')).agent.get('/console/visitors/speed')).status).toBe(403)
})

test('a screen that a browser tells stands on the page of readers, in words', async () => {
  const agent = await anAdministrator()
  const reader = browserAt(site.url, '203.0.113.9')
  await reader.get('/terms')
  await reader.post('/visitors/felt', { path: '/terms', cls: '0', screen: 'desk-dense' })
  await settled(site)
  const page = await agent.get('/console/visitors/readers')
  expect(page.root.querySelector('#screen')?.closest('section')?.querySelector('tbody tr')?.textContent).toContain('컴퓨터 화면, 고해상도')
})

test('made-up years: parts come to the whole, months to their days, and the check finds a month that does not', async () => {
  site.clock.set('2026-11-24T03:00:00Z')
  await deleteVisits(site.ctx.db)
  await simulateVisits(site.ctx, { days: 400, visitors: 40, zone: 'Asia/Seoul', seed: 5, rawDays: 0, rawVisitors: 1 })
  const all = Array.from({ length: SPEED_COUNTS }, (_, index) => `b${index}`).join(' + ')
  const totals = async (span: string) =>
    new Map(
      (
        await site.ctx
          .db('visit_speed')
          .where({ span })
          .whereBetween('day', ['2025-11-01', '2026-10-31'])
          .groupBy('measure', 'part')
          .select('measure', 'part', site.ctx.db.raw(`SUM(${all}) AS total`))
      ).map(({ measure, part, total }) => [`${measure} ${part}`, Number(total)]),
    )
  const [days, months] = [await totals('day'), await totals('month')]
  expect(months).toEqual(days)
  const of = (measure: string, parts: string[]) => parts.reduce((sum, part) => sum + (days.get(`${measure} ${part}`) ?? 0), 0)
  for (const measure of ['lcp', 'inp', 'cls', 'server']) expect(of(measure, ['front', 'list', 'post', 'other'])).toBe(of(measure, ['all']))
  for (const measure of ['lcp', 'inp', 'cls']) expect(of(measure, ['phone', 'tablet', 'desk'])).toBe(of(measure, ['all']))
  const differences = async (fix: boolean) => {
    const found: SumDifference[] = []
    for await (const difference of checkSums(site.ctx, { fix })) found.push(difference)
    return found.filter(({ what }) => what.startsWith('speed')).map(({ span, day, what }) => [span, day, what])
  }
  expect(await differences(false)).toEqual([])
  await site.ctx.db('visit_speed').where({ span: 'month', day: '2026-03-01', measure: 'lcp', part: 'phone' }).increment('b3', 7)
  expect(await differences(true)).toEqual([['month', '2026-03-01', 'speed, lcp of phone']])
  expect(await differences(false)).toEqual([])
  await deleteVisits(site.ctx.db)
})
