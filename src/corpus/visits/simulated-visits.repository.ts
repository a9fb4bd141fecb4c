import type { SumRow } from '../../features/statistics/sums.types.ts'
import type { DayFigures, VisitPageRow, VisitRow } from '../../features/visits/visits.types.ts'
import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'

/** Writes into the tables of visits and statistics in bulk, as `corpus.repository` does for posts. */

type Row = readonly unknown[]

const ROWS_AT_ONCE = 5_000

async function insertRows(db: Db, into: string, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await db.raw(`INSERT INTO ${into} VALUES ?`, [rows.slice(start, start + ROWS_AT_ONCE)] as never)
}

const tables = [
  'visits',
  'visit_pages',
  'visit_proofs',
  'visit_events',
  'visit_gaps',
  'visit_days',
  'visit_keys',
  'visit_sums',
  'visit_spans',
  'visit_ledger',
  'visit_speed',
]

export const hasVisits = async (db: Db): Promise<boolean> =>
  (await db('visits').first('day')) !== undefined || (await db('visit_days').first('day')) !== undefined

/** Of a trial site: all that was ever counted, ledger and all. */
export async function deleteVisits(db: Db): Promise<void> {
  for (const table of tables) await db.raw('TRUNCATE TABLE ??', [table])
}

export const listVisitDays = async (db: Db): Promise<Set<Day>> => new Set(await db('visit_days').pluck<Day[]>('day'))

export const listDaySums = (db: Db, day: Day): Promise<SumRow[]> =>
  db('visit_sums').where({ span: 'day', day }).select('kind', 'boardId', 'span', 'day', 'nameId', 'visitors', 'views')

export const insertDays = (db: Db, days: readonly (DayFigures & { day: Day; visitors: number })[]): Promise<void> =>
  insertRows(
    db,
    'visit_days (day, visitors, page_views, declared_bots, suspected_bots, bot_views)',
    days.map((day) => [day.day, day.visitors, day.pageViews, day.declaredBots, day.suspectedBots, day.botViews]),
  )

export const insertSums = (db: Db, sums: readonly SumRow[]): Promise<void> =>
  insertRows(
    db,
    'visit_sums (kind, board_id, span, day, name_id, visitors, views)',
    sums.map((row) => [row.kind, row.boardId, row.span, row.day, row.nameId, row.visitors, row.views]),
  )

export const insertSpan = (db: Db, span: 'month' | 'year', day: Day, summedAt: Date): Promise<void> =>
  insertRows(db, 'visit_spans (span, day, summed_at)', [[span, day, summedAt]])

export const insertScreens = (db: Db, day: Day, screens: readonly { nameId: number; times: number }[]): Promise<void> =>
  insertRows(
    db,
    'visit_events (day, kind, board_id, name_id, times)',
    screens.map(({ nameId, times }) => [day, 'screen', 0, nameId, times]),
  )

export const insertGaps = (db: Db, day: Day, gaps: readonly { hour: number; lost: number }[]): Promise<void> =>
  insertRows(
    db,
    'visit_gaps (day, hour, lost)',
    gaps.map(({ hour, lost }) => [day, hour, lost]),
  )

export const insertVisits = (db: Db, rows: readonly VisitRow[]): Promise<void> =>
  insertRows(
    db,
    'visits (day, visitor, created_at, class, proved, member, came_before, hour, masked_address, facts)',
    rows.map((row) => [
      ...[row.day, row.visitor, row.createdAt, row.class, row.proved, row.member],
      ...[row.cameBefore, row.hour, row.maskedAddress, row.facts],
    ]),
  )

export const insertPages = (db: Db, rows: readonly VisitPageRow[]): Promise<void> =>
  insertRows(
    db,
    'visit_pages (day, visitor, page_id, board_id, post_id, hour, views, first_at, last_at)',
    rows.map((row) => [...[row.day, row.visitor, row.pageId, row.boardId, row.postId], ...[row.hour, row.views, row.firstAt, row.lastAt]]),
  )

/** Boards that are open, and their newest posts. */
export async function listPlaces(db: Db, posts: number) {
  const boards = await db('boards').orderBy('id').select<{ id: number; slug: string }[]>('id', 'slug')
  const newest = await db('posts as p')
    .join('boards as b', 'b.id', 'p.boardId')
    .where('p.status', 'visible')
    .orderBy('p.id', 'desc')
    .limit(posts)
    .select<{ id: number; boardId: number; slug: string; number: number; createdAt: Date }[]>(
      'p.id',
      'p.boardId',
      'b.slug',
      'p.number',
      'p.createdAt',
    )
  return { boards, newest }
}
