import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../src/corpus/random.ts'
import { createDaySums } from '../../../src/features/statistics/day-sums.policy.ts'
import { rollUpDay } from '../../../src/features/statistics/roll-up.service.ts'
import { nextMonth, stretchesOf } from '../../../src/features/statistics/spans.policy.ts'
import { numberedKinds, type SumKind } from '../../../src/features/statistics/sums.types.ts'
import { shiftDay } from '../../../src/lib/time/zone.ts'
import { useSite } from '../../support/site.ts'
import { type DrawnVisit, drawVisits } from './raw-rows.ts'

const site = useSite()
const day = '2026-03-04' // a Wednesday

/** Counted the slow way, one figure at a time. */
function recount(visits: DrawnVisit[]): Map<string, string> {
  const found = new Map<string, string>()
  const count = (kind: string, board: number, name: string | number, of: [visitors: number, views: number][]) => {
    const [visitors, views] = [of.reduce((sum, [one]) => sum + one, 0), of.reduce((sum, [, one]) => sum + one, 0)]
    if (visitors + views > 0) found.set(`${kind} ${board} ${name}`, `${visitors} ${views}`)
  }
  const views = (pages: DrawnVisit['pages']) => pages.reduce((sum, page) => sum + page.views, 0)
  const people = visits.filter((visit) => visit.class === 'person')
  const names = [...new Set(visits.flatMap(({ pages }) => pages.map(({ name }) => name)))]
  for (const board of [0, 1, 2, 3]) {
    const mine = (visit: DrawnVisit) => visit.pages.filter(({ boardId }) => board === 0 || boardId === board)
    const readers = people.filter((visit) => board === 0 || mine(visit).length > 0)
    const by = (kind: string, of: (visit: DrawnVisit) => string | number | null) => {
      for (const name of new Set(readers.map(of)))
        if (name !== null && name !== '')
          count(
            kind,
            board,
            name,
            readers.filter((visit) => of(visit) === name).map((visit) => [1, views(mine(visit))]),
          )
    }
    by('weekhour', (visit) => 72 + (board === 0 ? visit.hour : Math.min(...mine(visit).map(({ hour }) => hour))))
    by('loyalty', ({ cameBefore }) => (cameBefore ? 'returning' : 'new'))
    by('membership', ({ member }) => (member ? 'member' : 'guest'))
    for (const [kind, fact] of [
      ['referrer-kind', 'referrerKind'],
      ['referrer', 'referrer'],
      ['words', 'words'],
      ['browser', 'browser'],
      ['system', 'system'],
      ['device', 'device'],
      ['language', 'language'],
    ] as const)
      by(kind, ({ facts }) => facts[fact] ?? null)
    const first = ({ pages }: DrawnVisit) => [...pages].sort((one, other) => one.firstAt.getTime() - other.firstAt.getTime())[0]
    const last = ({ pages }: DrawnVisit) => [...pages].sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime())[0]
    for (const [kind, of] of [
      ['landing', first],
      ['exit', last],
    ] as const)
      by(kind, (visit) => (board === 0 || of(visit)?.boardId === board ? (of(visit)?.name ?? null) : null))
    for (const name of names) {
      const pages = readers.flatMap((visit) => mine(visit).filter((page) => page.name === name))
      count(
        'page',
        board,
        name,
        pages.map((page) => [1, page.views]),
      )
      const post = pages[0]?.postId
      if (post)
        count(
          'post',
          board,
          post,
          pages.map((page) => [1, page.views]),
        )
    }
    if (board > 0)
      count(
        'board',
        0,
        board,
        readers.map((visit) => [1, views(mine(visit))]),
      )
  }
  count(
    'bot',
    0,
    '?',
    visits.filter((visit) => visit.class === 'suspected').map(({ pages }) => [1, views(pages)]),
  )
  count(
    'bot',
    0,
    'bot',
    visits.filter((visit) => visit.class === 'declared').map(({ pages }) => [1, views(pages)]),
  )
  const ofBots = visits.filter((visit) => visit.class !== 'person').flatMap(({ pages }) => pages)
  for (const name of names)
    count(
      'bot-page',
      0,
      name,
      ofBots.filter((page) => page.name === name).map((page) => [1, page.views]),
    )
  return found
}

test.each([1, 2, 3])('the sums of a day are what a plain recount of its rows finds, of each board too (seed %i)', async (seed) => {
  const visits = await drawVisits(site, day, seed, 160)
  await rollUpDay(site.ctx, day, 'Asia/Seoul')
  const rows = await site.ctx
    .db('visit_sums as s')
    .leftJoin('visit_names as n', 'n.id', 's.nameId')
    .where({ span: 'day', day })
    .whereNot('kind', 'activity')
    .select<{ kind: SumKind; boardId: number; nameId: number; name: string; visitors: number; views: number }[]>(
      ...['s.kind', 's.boardId', 's.nameId', 'n.name', 's.visitors', 's.views'],
    )
  const kept = rows.map((row) => [
    `${row.kind} ${row.boardId} ${numberedKinds.has(row.kind) ? row.nameId : row.name}`,
    `${row.visitors} ${row.views}`,
  ])
  expect(Object.fromEntries(kept.sort())).toEqual(Object.fromEntries([...recount(visits)].sort()))
  const views = (of: DrawnVisit[]) => of.flatMap(({ pages }) => pages).reduce((sum, page) => sum + page.views, 0)
  const of = (...classes: string[]) => visits.filter((visit) => classes.includes(visit.class))
  expect(await site.ctx.db('visit_days').where({ day }).first()).toMatchObject({
    ...{ visitors: of('person').length, pageViews: views(of('person')), declaredBots: of('declared').length },
    ...{ suspectedBots: of('suspected').length, botViews: views(of('declared', 'suspected')) },
  })
})

test('what has no room of its own stands under one name, and nothing gets lost', () => {
  const [ofDay, ofMonth] = [createDaySums(), createDaySums('month')]
  for (let name = 1; name <= 500; name += 1) ofDay.add('referrer', 0, name, name, 2 * name)
  const rows = ofDay.rows()
  expect(rows).toHaveLength(301)
  expect(rows.at(-1)).toMatchObject({ name: 0, visitors: (200 * 201) / 2, views: 200 * 201 })
  for (const row of [...rows, ...rows]) ofMonth.add(row.kind, row.boardId, row.name, row.visitors, row.views)
  expect(ofMonth.rows().reduce((sum, { visitors }) => sum + visitors, 0)).toBe(2 * ((500 * 501) / 2))
})

describe('the stretches that statistics read', () => {
  const daysOf = (span: string, first: string): string[] => {
    const before = span === 'day' ? shiftDay(first, 1) : span === 'month' ? nextMonth(first) : `${Number(first.slice(0, 4)) + 1}-01-01`
    const days: string[] = []
    for (let at = first; at < before; at = shiftDay(at, 1)) days.push(at)
    return days
  }
  test('cover every day once, whatever is asked for', () => {
    const random = createRandom(5)
    for (let turn = 0; turn < 200; turn += 1) {
      const from = shiftDay('2019-12-20', random.below(1_200))
      const to = shiftDay(from, random.below(1_500))
      const openFrom = shiftDay(from, random.below(1_600))
      const covered = stretchesOf(from, to, openFrom).flatMap((stretch) => {
        const days: string[] = []
        for (let at = stretch.from; at <= stretch.to; at = shiftDay(daysOf(stretch.span, at).at(-1) ?? at, 1))
          days.push(...daysOf(stretch.span, at))
        return days
      })
      const wanted: string[] = []
      for (let at = from; at <= to; at = shiftDay(at, 1)) wanted.push(at)
      expect(covered).toEqual(wanted)
    }
  })
})
