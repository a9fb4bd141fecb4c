import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import { stretchesOf } from './spans.policy.ts'
import { numberedKinds, OTHERS, type SumKind } from './sums.types.ts'

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
  const rows = await db
    .from(totals(db, scope).as('t'))
    .groupBy('nameId')
    .select<{ nameId: number; visitors: number; views: number }[]>(
      'nameId',
      db.raw('SUM(visitors) AS visitors'),
      db.raw('SUM(views) AS views'),
    )
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
