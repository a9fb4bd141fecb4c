import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { rollUpDay } from '../../../src/features/statistics/roll-up.service.ts'
import { rollUpSpans } from '../../../src/features/statistics/roll-up-spans.service.ts'
import { nameIdsOf } from '../../../src/features/visits/visit-names.service.ts'
import { shiftDay, startOfDay, weekdayOf, zonedParts } from '../../../src/lib/time/zone.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, rollUp } from '../visits/counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const HALF_HOUR = 1_800_000

/** Of zones whose clocks change: the first and the last day, and how long the days between are. Lord Howe's summer is half an hour. */
const changes = [
  ['America/New_York', '2031-03-09', 23],
  ['America/New_York', '2031-11-02', 25],
  ['Australia/Lord_Howe', '2031-04-06', 24.5],
  ['Australia/Lord_Howe', '2031-10-05', 23.5],
  ['America/Santiago', '2031-09-07', 23],
  ['Asia/Seoul', '2031-03-09', 24],
] as const

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (zone: string) =>
  formatters.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

/** Day and hour as another formatter says them. */
function wallClock(at: number, zone: string): { day: string; hour: number } {
  // Making one takes fifty times as long as asking it.
  const formatter = formatterOf(zone)
  formatters.set(zone, formatter)
  const text = formatter.format(at)
  return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)) }
}

const hoursOf = async (day: string) => {
  const rows = await site.ctx.db('visit_sums').where({ kind: 'weekhour', boardId: 0, span: 'day', day }).orderBy('nameId')
  return rows.map(({ nameId, visitors }) => [nameId - weekdayOf(day) * 24, visitors])
}

async function allWritten(): Promise<void> {
  const waits = async () =>
    (await readdir(join(site.ctx.config.varDir, 'visits'), { recursive: true })).some((name) => name.endsWith('.jsonl'))
  for (let quiet = 0; quiet < 2; quiet = (await waits()) ? 0 : quiet + 1) await sleep(15)
}

test.each(changes)('in %s a reader each half hour makes %s a day of %f hours, each hour with its readers', async (zone, day, hours) => {
  await changeSettings(site.ctx, guest, { zone })
  const [before, after] = [shiftDay(day, -1), shiftDay(day, 1)]
  const expected = new Map<string, Map<number, number>>()
  const until = startOfDay(shiftDay(after, 1), zone).getTime()
  let [today, reader] = [before, 1]
  for (let at = startOfDay(before, zone).getTime(); at < until; at += HALF_HOUR) {
    const { day: of, hour } = wallClock(at, zone)
    if (of !== today) await allWritten()
    today = of
    site.clock.set(new Date(at))
    await browserAt(site.url, `198.51.${reader >> 8}.${reader & 255}`).get('/terms')
    reader += 1
    const ofDay = expected.get(of) ?? new Map<number, number>()
    expected.set(of, ofDay.set(hour, (ofDay.get(hour) ?? 0) + 1))
  }
  await allWritten()
  await rollUp(site)
  expect(await site.ctx.db('visit_days').orderBy('day').pluck('visitors')).toEqual([48, 2 * hours, 48])
  for (const [of, ofDay] of expected) expect(await hoursOf(of)).toEqual([...ofDay].sort(([one], [other]) => one - other))
})

test.each(['Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'])(
  'a year in %s, counted from its visits: each day, month and the year come to what was there',
  async (zone) => {
    const [from, to] = ['2030-01-01', '2031-01-01'].map((day) => startOfDay(day, zone).getTime()) as [number, number]
    const pageId = (await nameIdsOf(site.ctx, ['/']))('/')
    const [days, months, rows] = [new Map<string, number>(), new Map<string, number>(), [] as Record<string, unknown>[]]
    for (let at = from; at < to; at += 5 * HALF_HOUR) {
      const expected = wallClock(at, zone)
      const { day, hour } = zonedParts(new Date(at), zone)
      expect({ day, hour }).toEqual(expected)
      for (const [map, key] of [
        [days, day],
        [months, `${day.slice(0, 7)}-01`],
      ] as const)
        map.set(key, (map.get(key) ?? 0) + 1)
      rows.push({ day, hour, visitor: randomBytes(16), createdAt: new Date(at), class: 'person', proved: 1 })
    }
    for (let start = 0; start < rows.length; start += 1_000) {
      const slice = rows.slice(start, start + 1_000)
      await site.ctx.db('visits').insert(slice)
      const pages = slice.map(({ day, hour, visitor, createdAt }) => ({
        ...{ day, hour, visitor, pageId, views: 2, firstAt: createdAt, lastAt: createdAt },
      }))
      await site.ctx.db('visit_pages').insert(pages)
    }
    for (const [day, visitors] of days) {
      await site.ctx.db('visit_days').insert({ day, visitors })
      await rollUpDay(site.ctx, day, zone)
    }
    site.clock.set('2031-01-03T00:00:00Z')
    await rollUpSpans(site.ctx, '2031-01-02')
    expect(days.size).toBe(365)
    const sumsOf = async (span: string, kind: string) => {
      const found = await site.ctx
        .db('visit_sums')
        .where({ span, kind, boardId: 0 })
        .groupBy('day')
        .orderBy('day')
        .select<{ day: string; visitors: number; views: number }[]>(
          'day',
          site.ctx.db.raw('SUM(visitors) AS visitors'),
          site.ctx.db.raw('SUM(views) AS views'),
        )
      return found.map(({ day, visitors, views }) => [day, Number(visitors), Number(views)])
    }
    const told = (counts: Map<string, number>) => [...counts].map(([day, visitors]) => [day, visitors, 2 * visitors])
    for (const kind of ['weekhour', 'page']) {
      expect(await sumsOf('day', kind)).toEqual(told(days))
      expect(await sumsOf('month', kind)).toEqual(told(months))
      expect(await sumsOf('year', kind)).toEqual([['2030-01-01', rows.length, 2 * rows.length]])
    }
  },
  180_000,
)

test('where a day begins is the first moment that bears its name, in every zone and every year', () => {
  for (const zone of ['Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Santiago', 'Asia/Kathmandu'])
    for (let day = '2024-01-01'; day < '2034-01-01'; day = shiftDay(day, 1)) {
      const start = startOfDay(day, zone).getTime()
      expect([wallClock(start, zone).day, wallClock(start - 1, zone).day]).toEqual([day, shiftDay(day, -1)])
    }
}, 60_000)
