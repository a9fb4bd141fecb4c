import type { AppContext, Reader } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { dayOf } from '../../lib/time/zone.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { boardName } from '../boards/boards.types.ts'
import { firstOpenDay } from '../visits/visits.policy.ts'
import { loadVisitFigures } from '../visits/visits.read-models.ts'
import { listDayNotes } from './day-notes.read-models.ts'
import { rangeOf } from './range.policy.ts'
import { dailyOf, hasBoards, hasHours, limitOf, ofWholeSite, rankedPosts, rankingsOf } from './rankings.policy.ts'
import { loadSpeed } from './speed.read-models.ts'
import { statisticsPath } from './statistics.paths.ts'
import type { AskedRange, CountedDay, PostTitle, Statistics, StatisticsPageName, Stretch } from './statistics.types.ts'
import { findOpenFrom, listNamedDays, type NamedSums, type Ranking, rankNames, type SumScope, sumNames } from './sums.read-models.ts'
import { WHOLE_SITE } from './sums.types.ts'

const HOURS_OF_WEEK = 7 * 24

/** All that a page of statistics shows, of the days and the board that were asked for. */
export async function loadStatistics(
  ctx: AppContext,
  { now: at, zone, locale }: Reader,
  page: StatisticsPageName,
  asked: AskedRange & { asCsv: boolean },
): Promise<Statistics> {
  const { db } = ctx
  const today = dayOf(at, zone)
  const [first, figures, openFrom, all] = await Promise.all([
    db('visit_days').orderBy('day').first<{ day: string } | undefined>('day'),
    loadVisitFigures(ctx),
    findOpenFrom(db, firstOpenDay(at, zone)),
    listAllBoards(ctx),
  ])
  const range = rangeOf(asked, today, first?.day ?? null)
  const boards = hasBoards.has(page) ? all.map((board) => ({ id: board.id, slug: board.slug, name: boardName(board, locale) })) : []
  const board = boards.find(({ slug }) => slug === asked.board) ?? null
  const now = { boardId: board?.id ?? WHOLE_SITE, from: range.from, to: range.to, openFrom }
  const beside = range.beside && { ...now, ...range.beside }
  // Sums of days that were counted only in part would make everything look risen: days stand beside them, sums do not.
  const whole = beside !== null && first !== undefined && beside.from >= first.day ? beside : null
  const [days, besideDays, gaps, notes, ranked, hours, besideHours, named, activity, besideActivity, speed] = await Promise.all([
    daysOf(db, now.boardId, range, page === 'bots'),
    beside && daysOf(db, now.boardId, beside, page === 'bots'),
    db('visit_gaps').whereBetween('day', [range.from, range.to]).orderBy(['day', 'hour']).select('day', 'hour', 'lost'),
    page === 'open' ? [] : listDayNotes(db, range),
    rankAll(db, page, { now, beside: whole, asCsv: asked.asCsv }),
    hasHours.has(page) ? hoursOf(db, now) : [],
    hasHours.has(page) && whole ? hoursOf(db, whole) : [],
    namedOf(db, page, now),
    page === 'overview' ? listNamedDays(db, { ...now, kind: 'activity' }) : [],
    page === 'overview' && beside ? listNamedDays(db, { ...beside, kind: 'activity' }) : [],
    page === 'speed' ? loadSpeed(db, now, beside) : null,
  ])
  return {
    pathOf: (of, section) => statisticsPath(page, of, section),
    ...{
      page,
      range,
      today,
      firstDay: first?.day ?? null,
      figures,
      board,
      boards,
      gaps,
      notes,
      hours,
      besideHours,
      named,
      activity,
      besideActivity,
      speed,
    },
    ...{ days, besideDays: besideDays ?? [], ...ranked, posts: await titlesOf(db, ranked.rankings) },
  }
}

/** @param own leaves out imported days, of which nothing but visitors is known: they are gaps, and no days without bots */
function daysOf(db: Db, boardId: number, { from, to }: Stretch, own: boolean): Promise<CountedDay[]> {
  if (boardId === WHOLE_SITE)
    return db('visit_days')
      .modify((days) => (own ? days.whereNull('importId') : days))
      .whereBetween('day', [from, to])
      .orderBy('day')
      .select('day', 'visitors', 'pageViews', 'declaredBots', 'suspectedBots', 'botViews', 'byPage', 'byRequest', 'importId')
  // Whoever was on a board is either new or returning: both together are its visitors, and a counted day without a row had none there.
  return db('visit_days as d')
    .leftJoin('visit_sums as s', (on) =>
      on.on('s.day', 'd.day').andOnVal('s.span', 'day').andOnVal('s.kind', 'loyalty').andOnVal('s.board_id', boardId),
    )
    .whereBetween('d.day', [from, to])
    .whereNull('d.importId')
    .groupBy('d.day')
    .orderBy('d.day')
    .select<CountedDay[]>(
      ...['d.day', 'd.declaredBots', 'd.suspectedBots', 'd.botViews', 'd.byPage', 'd.byRequest', 'd.importId'],
      db.raw('COALESCE(SUM(s.visitors), 0) AS visitors'),
      db.raw('COALESCE(SUM(s.views), 0) AS pageViews'),
    )
}

type Scope = Omit<SumScope, 'kind'>

/** What a page ranks, and what the same names came to in the days beside. */
async function rankAll(db: Db, page: StatisticsPageName, { now, beside, asCsv }: { now: Scope; beside: Scope | null; asCsv: boolean }) {
  const [rankings, besideNames] = [new Map<string, Ranking>(), new Map<string, NamedSums>()]
  await Promise.all(
    rankingsOf[page].map(async (section) => {
      const { id, kind, by } = section
      const boardId = ofWholeSite.has(kind) ? WHOLE_SITE : now.boardId
      const ranking = await rankNames(db, { ...now, kind, boardId }, { by, limit: limitOf(section, asCsv) })
      rankings.set(id, ranking)
      if (beside) besideNames.set(id, await sumNames(db, { ...beside, kind, boardId }))
    }),
  )
  return { rankings, besideNames }
}

const hoursOf = async (db: Db, scope: Scope) =>
  (await rankNames(db, { ...scope, kind: 'weekhour' }, { by: 'visitors', limit: HOURS_OF_WEEK })).names

async function namedOf(db: Db, page: StatisticsPageName, scope: Scope): Promise<Statistics['named']> {
  const kinds = dailyOf[page] ?? []
  return new Map(await Promise.all(kinds.map(async (kind) => [kind, await listNamedDays(db, { ...scope, kind })] as const)))
}

/** For whoever runs the site: posts of every board. What was deleted has no title any more, what is its author's alone none for others. */
async function titlesOf(db: Db, rankings: ReadonlyMap<string, Ranking>): Promise<Map<number, PostTitle>> {
  const ids = rankedPosts.flatMap((id) => (rankings.get(id)?.names ?? []).map(({ nameId }) => nameId))
  if (ids.length === 0) return new Map()
  const rows = await db('posts as p')
    .whereIn('p.id', [...new Set(ids)])
    .whereNotIn('p.status', ['deleted', 'private'])
    .select<PostTitle[]>('p.id', 'p.title')
  return new Map(rows.map((post) => [post.id, post]))
}
