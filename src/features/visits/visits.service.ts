import { createHmac, randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { forgetMark, markOnce } from '../../lib/events/job-marks.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { SpeedRow } from './speed.types.ts'
import { addToSpeed } from './visit-speed.repository.ts'
import {
  addToEvents,
  addToGap,
  addToVisitDay,
  deleteProofs,
  insertPages,
  insertProofs,
  insertVisits,
  proveVisits,
  recountVisitors,
  selectMetProofs,
  selectStrangers,
  selectVisitors,
  suspectUnproved,
  takeVisitKey,
  updateDayFigures,
} from './visits.repository.ts'
import type { CountedBy, DayFigures, Gap, VisitEvent, VisitPageRow, VisitRow } from './visits.types.ts'

const KEY_BYTES = 16
const MARKS = 'visits'

/** The key under which visitors without cookies are told apart on that day. */
export const visitKeyOf = (ctx: AppContext, day: Day): Promise<Buffer> => takeVisitKey(ctx.db, day, randomBytes(32))

/**
 * Address and browser of a request, as they wait to be written. By the site's own secret, for the day's key may be out of reach: what is kept
 * is made of it with that key.
 */
export const originOf = ({ config }: Pick<AppContext, 'config'>, day: Day, address: string, agent: string): Buffer =>
  createHmac('sha256', config.sessionSecret ?? '')
    .update(`${day}\n${address}\n${agent}`)
    .digest()
    .subarray(0, KEY_BYTES)

export const anonymousKey = (dayKey: Buffer, origin: Buffer): Buffer =>
  createHmac('sha256', dayKey).update(origin).digest().subarray(0, KEY_BYTES)

/** What one visitor did on one day, as far as a batch tells. */
export interface BatchVisit {
  row: VisitRow
  /** It stands in the database, or nothing of this stands for a visit by itself: nothing is inserted. */
  known: boolean
  pages: Omit<VisitPageRow, 'day' | 'visitor'>[]
  proved: boolean
}

export interface DayEvent {
  day: Day
  kind: VisitEvent
  boardId: number
  nameId: number
  times: number
}

export interface VisitBatch {
  mark: string
  /** Of the batch before, whose end is known: its mark is cleared away on the way. */
  settledMark: string | null
  /** By day, the oldest first. */
  days: Map<Day, BatchVisit[]>
  /** How those days were counted, as far as their rows may not say so yet. */
  ways: ReadonlyMap<Day, CountedBy>
  events: readonly DayEvent[]
  gaps: readonly Gap[]
  speed: readonly SpeedRow[]
}

/**
 * Writes a batch once, however often it is called with it: after a COMMIT whose answer got lost, the mark tells. The sum of a day grows by
 * what its INSERT found to be new, in the same transaction.
 */
export const writeVisits = (ctx: AppContext, { mark, settledMark, days, ways, events, gaps, speed }: VisitBatch): Promise<void> =>
  inTransaction(ctx.db, async (trx) => {
    if (!(await markOnce(trx, MARKS, mark))) return
    if (settledMark !== null) await forgetMark(trx, MARKS, settledMark)
    for (const [day, visits] of days) await writeDay(trx, day, visits, ways.get(day))
    if (events.length > 0) await addToEvents(trx, events)
    for (const { day, hour, lost } of gaps) await addToGap(trx, day, hour, lost)
    if (speed.length > 0) await addToSpeed(trx, speed)
  })

async function writeDay(trx: Db, day: Day, visits: readonly BatchVisit[], way: CountedBy | undefined): Promise<void> {
  // In one order everywhere: two processes that write the same visitors wait for each other and don't lock up.
  const inOrder = [...visits].sort((one, other) => Buffer.compare(one.row.visitor, other.row.visitor))
  const unknown = inOrder.filter(({ known }) => !known).map(({ row }) => row)
  const persons = unknown.filter((row) => row.class === 'person')
  const bots = unknown.filter((row) => row.class !== 'person')
  const newcomers = persons.length > 0 ? await insertVisits(trx, persons) : 0
  if (bots.length > 0) await insertVisits(trx, bots)
  const visitorOf = await whoseVisits(trx, day, inOrder)
  const pages = inOrder.flatMap((visit) => visit.pages.map((page) => ({ ...page, day, visitor: visitorOf(visit.row) })))
  if (pages.length > 0) await insertPages(trx, merged(pages))
  const proving = inOrder.filter(({ proved }) => proved).map(({ row }) => ({ visitor: visitorOf(row), key: row.anonymousKey }))
  const back = proving.length > 0 ? await prove(trx, day, proving) : 0
  if (newcomers + back > 0 || way !== undefined) await addToVisitDay(trx, day, newcomers + back, way)
}

/** The page of a file may wait on another node: its proof is kept until it comes. @returns how many are persons again by it */
async function prove(trx: Db, day: Day, proving: readonly { visitor: Buffer; key: Buffer | null }[]): Promise<number> {
  const visitors = proving.map(({ visitor }) => visitor)
  const there = new Set((await selectVisitors(trx, day, visitors)).map((visitor) => visitor.toString('base64')))
  const early = proving.filter(({ visitor }) => !there.has(visitor.toString('base64'))).map(({ visitor, key }) => key ?? visitor)
  if (early.length > 0) await insertProofs(trx, day, early.sort(Buffer.compare))
  return proveVisits(trx, day, visitors)
}

/** A stranger who reloads is given a new id each time: their pages are those of the first. */
async function whoseVisits(trx: Db, day: Day, visits: readonly BatchVisit[]): Promise<(row: VisitRow) => Buffer> {
  const keys = visits.flatMap(({ row }) => (row.anonymousKey === null ? [] : [row.anonymousKey]))
  const first = new Map(
    keys.length === 0 ? [] : (await selectStrangers(trx, day, keys)).map((row) => [row.anonymousKey.toString('base64'), row.visitor]),
  )
  return ({ anonymousKey: key, visitor }) => first.get(key?.toString('base64') ?? '') ?? visitor
}

/** One row a visitor and page, in the order of the key. */
function merged(pages: readonly VisitPageRow[]): VisitPageRow[] {
  const rows = new Map<string, VisitPageRow>()
  for (const page of pages) {
    const key = `${page.visitor.toString('base64')} ${page.pageId}`
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { ...page })
    else {
      row.views += page.views
      if (page.firstAt < row.firstAt) row.firstAt = page.firstAt
      if (page.lastAt > row.lastAt) row.lastAt = page.lastAt
    }
  }
  return [...rows.values()].sort((one, other) => Buffer.compare(one.visitor, other.visitor) || one.pageId - other.pageId)
}

/** What the rows of a day add up to, as the worker found it. */
export const setDayFigures = async (trx: Db, day: Day, figures: DayFigures, rolledUpAt: Date): Promise<void> =>
  void (await updateDayFigures(trx, day, { ...figures, rolledUpAt }))

const SLICE = 500

/**
 * Takes out of the counter whoever came before `seenBefore` and asked for no file of any page since: a program that says it is a browser. If one
 * does after all while its day is open, it is a person again (`proveVisits`).
 */
export async function suspectVisits(ctx: AppContext, day: Day, seenBefore: Date): Promise<number> {
  await inSlices(SLICE, (limit) =>
    inTransaction(ctx.db, async (trx) => {
      const met = await selectMetProofs(trx, day, limit)
      if (met.length === 0) return 0
      const visitors = met.map(({ visitor }) => visitor)
      const back = await proveVisits(trx, day, visitors)
      if (back > 0) await addToVisitDay(trx, day, back)
      const proofs = met.map(({ proof }) => proof)
      await deleteProofs(trx, day, proofs)
      return met.length
    }),
  )
  return inSlices(SLICE, (limit) =>
    inTransaction(ctx.db, async (trx) => {
      const suspected = await suspectUnproved(trx, day, seenBefore, limit)
      if (suspected > 0) await addToVisitDay(trx, day, -suspected)
      return suspected
    }),
  )
}

/** For a counter row that is missing or wrong: what stands afterwards is what the rows of the day say. */
export const recountDay = (ctx: AppContext, day: Day): Promise<void> =>
  inTransaction(ctx.db, async (trx) => void (await recountVisitors(trx, day)))
