import { afterEach, expect, test } from 'vitest'
import { simulateVisits } from '../../src/corpus/visits/simulate-visits.ts'
import { deleteVisits } from '../../src/corpus/visits/simulated-visits.repository.ts'
import { hoursThatExist } from '../../src/corpus/visits/traffic.ts'
import { firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const plan = { days: 400, visitors: 25, seed: 7, rawDays: 2, rawVisitors: 25 }

// Too many rows for the statement that empties a table between tests.
afterEach(() => deleteVisits(site.ctx.db))

interface Sum {
  kind: string
  day: string
  visitors: number
  views: number
}

const sumsBy = (span: string, of: string): Promise<Sum[]> =>
  site.ctx
    .db('visit_sums')
    .where({ span, boardId: 0 })
    .groupByRaw(`kind, ${of}`)
    .orderByRaw(`kind, ${of}`)
    .select<Sum[]>('kind', site.ctx.db.raw(`${of} AS day`), site.ctx.db.raw('SUM(visitors) AS visitors, SUM(views) AS views'))

const MONTH = "DATE_FORMAT(day, '%Y-%m-01')"
const YEAR = "DATE_FORMAT(day, '%Y-01-01')"

test.each(['Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'])(
  'simulated years of %s: the hours of a day, the days of a month and the months of a year add up',
  async (zone) => {
    site.clock.set(new Date('2026-01-04T11:00:00Z'))
    await firstBoards(site)
    expect(await simulateVisits(site.ctx, { ...plan, zone })).toBe(400)
    const { db } = site.ctx
    const days = await db('visit_days')
      .orderBy('day')
      .select<{ day: string; visitors: number; pageViews: number }[]>('day', 'visitors', 'pageViews')
    const ofDays = await sumsBy('day', 'day')
    for (const kind of ['weekhour', 'loyalty', 'membership', 'referrer-kind', 'device']) {
      const found = ofDays.filter((sum) => sum.kind === kind).map(({ day, visitors, views }) => ({ day, visitors, pageViews: views }))
      expect([kind, found]).toEqual([kind, days])
    }
    const months = await sumsBy('month', 'day')
    expect(new Set(months.map(({ day }) => day)).size).toBe(13)
    const fromDays = (await sumsBy('day', MONTH)).filter(({ day }) => day <= '2025-12-01')
    expect(months).toEqual(fromDays)
    expect(await sumsBy('year', 'day')).toEqual(await sumsBy('month', YEAR))
    // Hours that the clock skips have nobody.
    const skipped = days.flatMap(({ day }) => hoursThatExist(day, zone).flatMap((times, hour) => (times === 0 ? [{ day, hour }] : [])))
    expect(skipped.length).toBe(zone === 'Asia/Seoul' || zone === 'Australia/Lord_Howe' ? 0 : 1)
    for (const { day, hour } of skipped) {
      const there = await db('visit_sums')
        .where({ span: 'day', kind: 'weekhour', day })
        .whereRaw('name_id % 24 = ?', [hour])
        .first('nameId')
      expect(there).toBeUndefined()
    }
  },
  60_000,
)

test('the same seed draws the same traffic, with every kind, a day that everybody shares, an outage and bots', async () => {
  await firstBoards(site)
  const rows = async () => {
    await simulateVisits(site.ctx, { ...plan, days: 60, visitors: 3_000, rawDays: 0, zone: 'Asia/Seoul' })
    return site.ctx.db('visit_sums').orderBy(['kind', 'boardId', 'span', 'day', 'nameId'])
  }
  const first = await rows()
  expect(await site.ctx.db('visit_gaps').where('lost', '>', 0).count({ n: '*' }).first()).toEqual({ n: 3 })
  const [best, second] = await site.ctx.db('visit_days').orderBy('visitors', 'desc').limit(2).pluck<number[]>('visitors')
  expect(best).toBeGreaterThan(1.6 * (second ?? 0))
  await deleteVisits(site.ctx.db)
  expect(await rows()).toEqual(first)
  const kinds = new Set(first.map(({ kind }: Sum) => kind))
  for (const kind of [
    'referrer',
    'words',
    'campaign',
    'app',
    'page',
    'landing',
    'exit',
    'board',
    'bot',
    'bot-page',
    'search',
    'missing',
    'activity',
  ])
    expect([kind, kinds.has(kind)]).toEqual([kind, true])
}, 60_000)
