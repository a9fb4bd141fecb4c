import type { Db } from '../../lib/db/db.ts'
import { type Day, shiftDay } from '../../lib/time/zone.ts'
import type { DayFigures } from '../visits/visits.types.ts'
import { firstOfMonth, firstOfYear, nextYear, stretchesOf } from './spans.policy.ts'
import { numberedKinds, OTHERS, type Span, type SumKind, type SumRow, sumKinds } from './sums.types.ts'

/** Whose sums, over which days, both ends included. */
export interface SumScope {
  kind: SumKind
  /** `WHOLE_SITE`, or a board. */
  boardId: number
  from: Day
  to: Day
  /** The first day that is not over. */
  openFrom: Day
}

export interface RankedName {
  nameId: number
  /** Empty for `OTHERS` and for kinds that are numbered. */
  name: string
  visitors: number
  views: number
}

export interface Ranking {
  names: RankedName[]
  /** Of all names, those that aren't shown among them. */
  visitors: number
  views: number
  /** How many names there are. */
  count: number
}

const totals = (db: Db, { kind, boardId, from, to, openFrom }: SumScope) => {
  const stretches = stretchesOf(from, to, openFrom).map((stretch) =>
    db('visit_sums')
      .where({ kind, boardId, span: stretch.span })
      .whereBetween('day', [stretch.from, stretch.to])
      .groupBy('nameId')
      .select('nameId', db.raw('SUM(visitors) AS visitors'), db.raw('SUM(views) AS views')),
  )
  return db.unionAll(stretches, true)
}

/** The names with the most visitors (or views), and what all together come to. Reads whole years and months where they are over. */
export async function rankNames(db: Db, scope: SumScope, { by, limit }: { by: 'visitors' | 'views'; limit: number }): Promise<Ranking> {
  if (scope.from > scope.to) return { names: [], visitors: 0, views: 0, count: 0 }
  const rows = await addUp(db, scope)
  const ranked = rows.sort((one, other) => other[by] - one[by] || other.views - one.views || one.nameId - other.nameId)
  const shown = ranked.filter(({ nameId }) => nameId !== OTHERS || numberedKinds.has(scope.kind)).slice(0, limit)
  const names = numberedKinds.has(scope.kind) ? new Map<number, string>() : await namesOf(db, shown)
  return {
    names: shown.map((row) => ({ ...row, name: names.get(row.nameId) ?? '' })),
    visitors: ranked.reduce((sum, { visitors }) => sum + visitors, 0),
    views: ranked.reduce((sum, { views }) => sum + views, 0),
    count: ranked.filter(({ nameId }) => nameId !== OTHERS).length,
  }
}

/** What names came to, by their ids. */
export type NamedSums = Map<number, { visitors: number; views: number }>

/** Of all names, for whoever wants some: asked for some of a single day MariaDB reads the kind whole (50 ms of 6, over ten years). */
export async function sumNames(db: Db, scope: SumScope): Promise<NamedSums> {
  return new Map((await addUp(db, scope)).map(({ nameId, visitors, views }) => [nameId, { visitors, views }]))
}

const addUp = (db: Db, scope: SumScope): Promise<{ nameId: number; visitors: number; views: number }[]> =>
  db.from(totals(db, scope).as('t')).groupBy('nameId').select('nameId', db.raw('SUM(visitors) AS visitors'), db.raw('SUM(views) AS views'))

async function namesOf(db: Db, rows: readonly { nameId: number }[]): Promise<Map<number, string>> {
  const ids = rows.map(({ nameId }) => nameId)
  if (ids.length === 0) return new Map()
  const names = await db('visit_names').whereIn('id', ids).select<{ id: number; name: string }[]>('id', 'name')
  return new Map(names.map(({ id, name }) => [id, name]))
}

export interface NamedDay {
  day: Day
  nameId: number
  name: string
  visitors: number
  views: number
}

/** Day by day, oldest first: for kinds of a few names, or for one name of many. */
export async function listNamedDays(db: Db, { kind, boardId, from, to }: SumScope, nameIds?: readonly number[]): Promise<NamedDay[]> {
  const query = db('visit_sums').where({ kind, boardId, span: 'day' }).whereBetween('day', [from, to]).orderBy(['day', 'nameId'])
  if (nameIds !== undefined) query.whereIn('nameId', nameIds)
  const rows = await query.select<Omit<NamedDay, 'name'>[]>('day', 'nameId', 'visitors', 'views')
  const names = numberedKinds.has(kind)
    ? new Map<number, string>()
    : await namesOf(db, [...new Map(rows.map((row) => [row.nameId, row])).values()])
  return rows.map((row) => ({ ...row, name: names.get(row.nameId) ?? '' }))
}

/** One name on these days. They are looked up one by one: of a stretch all names would be read. */
export async function listDaysOfName(
  db: Db,
  { kind, boardId }: Pick<SumScope, 'kind' | 'boardId'>,
  days: readonly Day[],
  nameId: number,
): Promise<NamedDay[]> {
  const rows = await db('visit_sums')
    .where({ kind, boardId, span: 'day', nameId })
    .whereIn('day', days)
    .orderBy('day')
    .select<Omit<NamedDay, 'name'>[]>('day', 'nameId', 'visitors', 'views')
  return rows.map((row) => ({ ...row, name: '' }))
}

/** First days of the months in which a day before `before` was counted here, oldest first: imported days have no sums. */
export async function listCountedMonths(db: Db, before: Day): Promise<Day[]> {
  const days = await db('visit_days').where('day', '<', before).whereNull('importId').orderBy('day').pluck<Day[]>('day')
  return [...new Set(days.map(firstOfMonth))]
}

/**
 * The first day from which on statistics read days alone: a month that is over may not be summed yet.
 * @param openFrom the first day that is not over
 */
export async function findOpenFrom(db: Db, openFrom: Day): Promise<Day> {
  const spans = await db('visit_spans').select<{ span: 'month' | 'year'; day: Day }[]>('span', 'day')
  const summed = new Set(spans.map(({ span, day }) => `${span} ${day}`))
  const months = await listCountedMonths(db, openFrom)
  const month = months.find((counted) => !summed.has(`month ${counted}`))
  const year = months.map(firstOfYear).find((counted) => nextYear(counted) <= openFrom && !summed.has(`year ${counted}`))
  return [openFrom, month ?? openFrom, year === undefined ? openFrom : shiftDay(nextYear(year), -1)].sort()[0] ?? openFrom
}

/** Every name that has a sum, kind by kind and board by board, so that no statement reads for long. */
export async function selectUsedNames(db: Db): Promise<Set<number>> {
  const used = new Set<number>()
  for (const kind of sumKinds) {
    if (numberedKinds.has(kind)) continue
    for (const boardId of await db('visit_sums').where({ kind }).distinct().pluck<number[]>('board_id'))
      for (const span of ['day', 'month', 'year'] as const)
        for (const id of await db('visit_sums').where({ kind, boardId, span }).distinct().pluck<number[]>('name_id')) used.add(id)
  }
  return used
}

/** Days whose single visits are there, oldest first. */
export const listRawDays = (db: Db, before: Day): Promise<Day[]> =>
  db('visits').where('day', '<', before).distinct().orderBy('day').pluck('day')

export const findCounted = (db: Db, day: Day): Promise<(DayFigures & { visitors: number }) | undefined> =>
  db('visit_days').where({ day }).first('visitors', 'pageViews', 'declaredBots', 'suspectedBots', 'botViews')

/** All of them: ten years are some thousand rows. */
export async function listCountedDays(db: Db): Promise<Map<Day, DayFigures & { visitors: number }>> {
  const rows = await db('visit_days').select<({ day: Day } & DayFigures & { visitors: number })[]>(
    ...['day', 'visitors', 'pageViews', 'declaredBots', 'suspectedBots', 'botViews'],
  )
  return new Map(rows.map((row) => [row.day, row]))
}

export const listSumRows = (db: Db, span: Span, day: Day): Promise<SumRow[]> =>
  db('visit_sums').where({ span, day }).select('kind', 'boardId', 'span', 'day', 'nameId', 'visitors', 'views')

/** What a kind comes to in a span's rows, by board. */
export async function totalsOf(db: Db, kind: SumKind, span: Span, from: Day, before: Day): Promise<SumRow[]> {
  const rows = await db('visit_sums')
    .where({ kind, span })
    .where('day', '>=', from)
    .where('day', '<', before)
    .groupBy('boardId')
    .select<{ boardId: number; visitors: number; views: number }[]>(
      'boardId',
      db.raw('SUM(visitors) AS visitors'),
      db.raw('SUM(views) AS views'),
    )
  return rows.map((row) => ({ ...row, kind, span, day: from, nameId: OTHERS }))
}

/** How many counted days have no single visits to be counted anew from. */
export async function countSourceless(db: Db, before: Day): Promise<number> {
  const raw = new Set(await listRawDays(db, before))
  return (await db('visit_days').where('day', '<', before).where('visitors', '>', 0).pluck<Day[]>('day')).filter((day) => !raw.has(day))
    .length
}
