import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import { SPEED_COUNTS } from '../visits/speed.policy.ts'
import { type SpeedMeasure, type SpeedPart, speedMeasures, speedParts } from '../visits/speed.types.ts'
import { stretchesOf } from './spans.policy.ts'
import type { Counts, SpeedDays, SpeedFigures, SpeedSums } from './speed.types.ts'
import type { Span } from './sums.types.ts'

interface Scope {
  from: Day
  to: Day
  /** The first day that is not over. */
  openFrom: Day
}

const columns = Array.from({ length: SPEED_COUNTS }, (_, index) => `b${index}`)
const countsOf = (row: Record<string, unknown>): Counts => columns.map((name) => Number(row[name]))

/** How fast pages were in these days, and in those beside. Reads whole years and months where they are over. */
export async function loadSpeed(db: Db, now: Scope, beside: Scope | null): Promise<SpeedFigures> {
  const [figures, besideFigures] = await Promise.all([loadDays(db, now), beside && loadDays(db, beside)])
  return { ...figures, beside: besideFigures }
}

async function loadDays(db: Db, scope: Scope): Promise<SpeedDays> {
  const [sums, days] = await Promise.all([sumsOf(db, scope), daysOf(db, scope)])
  return { ...sums, on: (measure, day) => days.get(`${measure} ${day}`) ?? null }
}

async function sumsOf(db: Db, { from, to, openFrom }: Scope): Promise<SpeedSums> {
  const stretches = from > to ? [] : stretchesOf(from, to, openFrom)
  const rows = (await Promise.all(stretches.map((stretch) => sumStretch(db, stretch)))).flat()
  const sums = new Map<string, Counts>()
  for (const row of rows) {
    const known = sums.get(`${row['measure']} ${row['part']}`)
    const counts = countsOf(row)
    sums.set(`${row['measure']} ${row['part']}`, known ? counts.map((count, index) => count + (known[index] ?? 0)) : counts)
  }
  return { of: (measure, part) => sums.get(`${measure} ${part}`) ?? null }
}

/** All measures and parts are named, so that the key leads to their days. */
const sumStretch = (db: Db, { span, from, to }: { span: Span; from: Day; to: Day }): Promise<Record<string, unknown>[]> =>
  db('visit_speed')
    .whereIn('measure', [...speedMeasures])
    .whereIn('part', [...speedParts])
    .where({ span })
    .whereBetween('day', [from, to])
    .groupBy('measure', 'part')
    .select('measure', 'part')
    .sum(Object.fromEntries(columns.map((name) => [name, name])))

async function daysOf(db: Db, { from, to }: Scope): Promise<Map<string, Counts>> {
  const rows: Record<string, unknown>[] = await db('visit_speed')
    .whereIn('measure', [...speedMeasures])
    .where({ part: 'all', span: 'day' })
    .whereBetween('day', [from, to])
    .select('measure', 'day', ...columns)
  return new Map(rows.map((row) => [`${row['measure']} ${row['day']}`, countsOf(row)]))
}

export interface SpeedTotal {
  measure: SpeedMeasure
  part: SpeedPart
  count: number
}

/** How many values were counted in rows of a span, by measure and part: for whoever holds months against their days. */
export async function countSpeed(db: Db, span: Span, from: Day, before: Day): Promise<SpeedTotal[]> {
  const rows: Record<string, unknown>[] = await db('visit_speed')
    .where({ span })
    .where('day', '>=', from)
    .where('day', '<', before)
    .groupBy('measure', 'part')
    .select('measure', 'part')
    .sum(Object.fromEntries(columns.map((name) => [name, name])))
  return rows.map((row) => ({
    ...{ measure: row['measure'] as SpeedMeasure, part: row['part'] as SpeedPart },
    count: countsOf(row).reduce((sum, count) => sum + count, 0),
  }))
}
