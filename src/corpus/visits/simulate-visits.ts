import type { AppContext } from '../../context.ts'
import { createDaySums, type DaySums } from '../../features/statistics/day-sums.policy.ts'
import { firstNamedDay, firstOfMonth, firstOfYear, nextMonth, nextYear } from '../../features/statistics/spans.policy.ts'
import { keptByDay, type Span, type SumRow } from '../../features/statistics/sums.types.ts'
import { nameIdsOf } from '../../features/visits/visit-names.service.ts'
import { addSpeed, sumSpeed } from '../../features/visits/visit-speed.service.ts'
import { firstOpenDay } from '../../features/visits/visits.policy.ts'
import { type Day, dayOf, shiftDay, zonedParts } from '../../lib/time/zone.ts'
import type { Places } from './crowd.ts'
import { simulateDay } from './simulate-day.ts'
import { simulateRawDay } from './simulate-raw-day.ts'
import { simulatedNames } from './simulate-rest.ts'
import { simulateSpeed } from './simulate-speed.ts'
import { insertDays, insertGaps, insertSpan, insertSums, listDaySums, listPlaces, listVisitDays } from './simulated-visits.repository.ts'
import { numberOf, type Traffic, type TrafficPlan, trafficOf } from './traffic.ts'

export interface SimulationPlan {
  days: number
  /** Of a usual day. */
  visitors: number
  zone: string
  seed: number
  /** The last days have rows of single visits, as days have that were really counted. */
  rawDays: number
  rawVisitors: number
}

const POSTS = 1_000

/** Draws traffic and writes it as the sums that real traffic would have come to. Days that were counted keep what they are. @returns days */
export async function simulateVisits(ctx: AppContext, plan: SimulationPlan, tell: (day: Day) => void = () => {}): Promise<number> {
  const now = ctx.clock.now()
  const { day: to, hour: lastHour } = zonedParts(now, plan.zone)
  const traffic: TrafficPlan = { ...plan, from: shiftDay(to, 1 - plan.days), to, lastHour }
  const places = await placesOf(ctx, plan.zone)
  const there = await listVisitDays(ctx.db)
  const spans = openSpans(ctx, firstOpenDay(now, plan.zone))
  let simulated = 0
  for (let day = traffic.from; day <= to; day = shiftDay(day, 1)) {
    if (!there.has(day)) {
      if (day > shiftDay(to, -plan.rawDays)) {
        await simulateRawDay(ctx, plan, trafficOf({ ...traffic, visitors: plan.rawVisitors }, day), places)
        spans.add(await listDaySums(ctx.db, day))
      } else await writeDay(ctx, plan.seed, trafficOf(traffic, day), places, spans)
      await addSpeed(ctx.db, simulateSpeed(plan.seed, trafficOf(traffic, day)))
      simulated += 1
    }
    await spans.end(day)
    tell(day)
  }
  return simulated
}

async function placesOf(ctx: AppContext, zone: string): Promise<Places> {
  const { boards, newest } = await listPlaces(ctx.db, POSTS)
  const found = {
    boards: boards.map((board, index) => ({ ...board, weight: 1 / (index + 1) ** 0.8 })),
    posts: newest.map((post) => ({ ...post, page: `/${post.slug}/${post.number}`, born: numberOf(dayOf(post.createdAt, zone)) })),
  }
  return { ...found, idOf: await nameIdsOf(ctx, simulatedNames(found)) }
}

async function writeDay(ctx: AppContext, seed: number, traffic: Traffic, places: Places, spans: OpenSpans): Promise<void> {
  const sums = createDaySums()
  const figures = simulateDay(seed, traffic, places, sums)
  const rows = rowsOf(sums, 'day', traffic.day)
  const named = traffic.day >= firstNamedDay(dayOf(ctx.clock.now(), 'UTC'))
  await insertSums(ctx.db, named ? rows : rows.filter(({ kind }) => keptByDay.has(kind)))
  await insertDays(ctx.db, [{ day: traffic.day, visitors: traffic.visitors, ...figures }])
  if (traffic.lost.length > 0) await insertGaps(ctx.db, traffic.day, traffic.lost)
  spans.add(rows)
}

interface OpenSpans {
  add(rows: readonly SumRow[]): void
  end(day: Day): Promise<void>
}

/** Adds up the month and the year while their days go by, and writes those that are over. */
function openSpans({ db, clock }: AppContext, openFrom: Day): OpenSpans {
  let [month, year] = [createDaySums('month'), createDaySums('year')]
  const write = async (span: 'month' | 'year', day: Day, rows: readonly SumRow[]) => {
    await insertSums(db, rows)
    await sumSpeed(db, span, day, span === 'month' ? { span: 'day', before: nextMonth(day) } : { span: 'month', before: nextYear(day) })
    await insertSpan(db, span, day, clock.now())
  }
  return {
    add: (rows) => addRows(month, rows),
    async end(day) {
      const next = shiftDay(day, 1)
      if (next !== nextMonth(day) || next > openFrom) return
      const rows = rowsOf(month, 'month', firstOfMonth(day))
      await write('month', firstOfMonth(day), rows)
      addRows(year, rows)
      month = createDaySums('month')
      if (next !== nextYear(day)) return
      await write('year', firstOfYear(day), rowsOf(year, 'year', firstOfYear(day)))
      year = createDaySums('year')
    },
  }
}

function addRows(sums: DaySums, rows: readonly SumRow[]): void {
  for (const { kind, boardId, nameId, visitors, views } of rows) sums.add(kind, boardId, nameId, visitors, views)
}

const rowsOf = (sums: DaySums, span: Span, day: Day): SumRow[] =>
  sums.rows().map(({ name, ...sum }) => ({ ...sum, span, day, nameId: Number(name) }))
