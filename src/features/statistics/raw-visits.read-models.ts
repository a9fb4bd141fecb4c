import type { Db } from '../../lib/db/db.ts'
import { type Day, weekdayOf } from '../../lib/time/zone.ts'
import type { VisitFacts } from '../visits/visit-facts.types.ts'
import type { VisitClass, VisitEvent } from '../visits/visits.types.ts'
import type { ReadPageRow, WholeVisit } from './add-visit.policy.ts'

/** Few enough that reading them keeps the worker from nothing else. */
const VISITS_AT_ONCE = 250

interface VisitLine {
  visitor: Buffer
  class: VisitClass
  member: number
  cameBefore: number
  hour: number
  facts: string | VisitFacts | null
}

/** Every visit of a day with its pages, in slices along the key: a day of a million is never held whole. */
export async function* visitsOfDay(db: Db, day: Day): AsyncGenerator<WholeVisit[]> {
  const weekday = weekdayOf(day)
  let after: Buffer | null = null
  for (;;) {
    const lines: VisitLine[] = await sliceOfVisits(db, day, after)
    const last = lines.at(-1)
    if (last === undefined) return
    const pages = await pagesOf(db, day, after, last.visitor)
    yield lines.map((line) => ({
      class: line.class,
      member: line.member === 1,
      cameBefore: line.cameBefore === 1,
      weekday,
      hour: line.hour,
      // MariaDB's JSON is text, MySQL's comes back parsed.
      facts: typeof line.facts === 'string' ? (JSON.parse(line.facts) as VisitFacts) : line.facts,
      pages: pages.get(line.visitor.toString('base64')) ?? [],
    }))
    if (lines.length < VISITS_AT_ONCE) return
    after = last.visitor
  }
}

/** Whether the day can be counted anew: its rows are there, or it never had a visitor. */
export async function hasRows(db: Db, day: Day): Promise<boolean> {
  if ((await db('visits').where({ day }).first('day')) !== undefined) return true
  const counted = await db('visit_days').where({ day }).whereRaw('visitors + page_views + declared_bots + suspected_bots > 0').first('day')
  return counted === undefined
}

function sliceOfVisits(db: Db, day: Day, after: Buffer | null): Promise<VisitLine[]> {
  const query = db('visits').where({ day }).orderBy('visitor').limit(VISITS_AT_ONCE)
  if (after !== null) query.where('visitor', '>', after)
  return query.select<VisitLine[]>('visitor', 'class', 'member', 'cameBefore', 'hour', 'facts')
}

async function pagesOf(db: Db, day: Day, after: Buffer | null, upTo: Buffer): Promise<Map<string, ReadPageRow[]>> {
  const query = db('visit_pages as p').join('visit_names as n', 'n.id', 'p.pageId').where('p.day', day).where('p.visitor', '<=', upTo)
  if (after !== null) query.where('p.visitor', '>', after)
  const rows = await query.select<(ReadPageRow & { visitor: Buffer })[]>(
    ...['p.visitor', 'n.name', 'p.boardId', 'p.postId', 'p.hour', 'p.views', 'p.firstAt', 'p.lastAt'],
  )
  const pages = new Map<string, ReadPageRow[]>()
  for (const { visitor, ...page } of rows) {
    const key = visitor.toString('base64')
    const list = pages.get(key)
    if (list) list.push(page)
    else pages.set(key, [page])
  }
  return pages
}

export interface EventLine {
  kind: VisitEvent
  boardId: number
  nameId: number
  times: number
}

export const eventsOfDay = (db: Db, day: Day): Promise<EventLine[]> =>
  db('visit_events').where({ day }).select('kind', 'boardId', 'nameId', 'times')

export interface ActivityLine {
  what: 'signUp' | 'post' | 'comment' | 'vote'
  boardId: number
  times: number
}

/** What was done between two moments, by board: whatever became of it afterwards. What its author alone sees counts nowhere. */
export async function activityBetween(db: Db, from: Date, before: Date): Promise<ActivityLine[]> {
  const between = (column: string) => [db.raw('?? >= ?', [column, from]), db.raw('?? < ?', [column, before])] as const
  const [signUps, posts, comments, votes] = await Promise.all([
    db('members').where(between('created_at')[0]).where(between('created_at')[1]).count<{ times: number }[]>({ times: '*' }),
    db('posts')
      .whereNot({ status: 'private' })
      .where(between('created_at')[0])
      .where(between('created_at')[1])
      .groupBy('boardId')
      .select<{ boardId: number; times: number }[]>('boardId', db.raw('COUNT(*) AS times')),
    ofBoards(db, 'comments', between('r.created_at')),
    ofBoards(db, 'post_votes', between('r.created_at')),
  ])
  return [
    ...signUps.map(({ times }) => ({ what: 'signUp' as const, boardId: 0, times })),
    ...posts.map((line) => ({ what: 'post' as const, ...line })),
    ...comments.map((line) => ({ what: 'comment' as const, ...line })),
    ...votes.map((line) => ({ what: 'vote' as const, ...line })),
  ].filter(({ times }) => times > 0)
}

/** How often each post was commented between two moments. */
export const commentsBetween = (db: Db, from: Date, before: Date): Promise<{ postId: number; boardId: number; times: number }[]> =>
  db('comments as r')
    .join('posts as p', 'p.id', 'r.postId')
    .where('r.createdAt', '>=', from)
    .where('r.createdAt', '<', before)
    .groupBy('p.id', 'p.boardId')
    .select('p.id as postId', 'p.boardId', db.raw('COUNT(*) AS times'))

const ofBoards = (db: Db, table: 'comments' | 'post_votes', [from, before]: readonly [ReturnType<Db['raw']>, ReturnType<Db['raw']>]) =>
  db(`${table} as r`)
    .join('posts as p', 'p.id', 'r.postId')
    .where(from)
    .where(before)
    .groupBy('p.boardId')
    .select<{ boardId: number; times: number }[]>('p.boardId', db.raw('COUNT(*) AS times'))
