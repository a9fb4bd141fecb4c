import type { AppContext } from '../../context.ts'
import { type Day, shiftDay } from '../../lib/time/zone.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { createCountedWays } from './counted-ways.service.ts'
import { findLastDay } from './ledger.repository.ts'
import { noteOnline } from './online.service.ts'
import { type SeenToday, visitorKey } from './seen-today.types.ts'
import { addFelt, createSpeedCounts, type SpeedCounts } from './speed.policy.ts'
import type { FeltPage, SpeedRow } from './speed.types.ts'
import type { Gaps } from './visit-gaps.service.ts'
import { type Entry, hourOf } from './visit-line.types.ts'
import { nameIdsOf } from './visit-names.service.ts'
import { firstOpenDay } from './visits.policy.ts'
import { anonymousKey, type BatchVisit, type DayEvent, visitKeyOf, writeVisits } from './visits.service.ts'
import type { Happening, Visit, VisitRow } from './visits.types.ts'

const KEYS_KEPT = 3

/** What the process needs not ask the database again, and what it has still to tell. */
export interface KnownVisits {
  /** Whose visit of the day stands there. */
  seen: SeenToday
  /** Who of them asked for a file of a page. */
  proved: SeenToday
  gaps: Gaps
  /** How long pages took to answer. */
  answers: SpeedCounts
}

export interface WrittenBatch {
  mark: string
  settledMark: string | null
  entries: readonly Entry[]
}

interface OpenEntries {
  visits: Visit[]
  happenings: Happening[]
  felt: FeltPage[]
}

/** Writes one batch: rows for those who aren't known to be counted, pages for all. What was seen is remembered after COMMIT alone. */
export function createVisitWriter(ctx: AppContext, { seen, proved, gaps, answers }: KnownVisits): (batch: WrittenBatch) => Promise<void> {
  const keys = new Map<Day, Buffer>()
  const counted = createCountedWays()

  return async ({ mark, settledMark, entries }) => {
    const { visits, happenings, felt } = await leaveOutClosedDays(entries)
    const hashes = new Map<Visit, Buffer>()
    for (const visit of visits) if (visit.origin !== null) hashes.set(visit, anonymousKey(await keyOf(visit.day), visit.origin))
    const [lost, answered, ways] = [gaps.take(), answers.take(), counted.newIn(visits)]
    try {
      const days = await gatherVisits(ctx, seen, visits, hashes)
      const events = await gatherEvents(ctx, [...happenings, ...felt.flatMap(screenOf)])
      await writeVisits(ctx, { mark, settledMark, days, ways, events, gaps: lost, speed: gatherSpeed(felt, answered) })
    } catch (error) {
      gaps.putBack(lost)
      answers.addRows(answered)
      throw error
    }
    counted.remember(ways)
    for (const visit of visits) if (visit.counts) seen.add(visit)
    for (const visit of visits) if (visit.proved) proved.add(visit)
    const readers = visits.filter((visit) => visit.page !== null && visit.class === 'person')
    await noteOnline(
      ctx,
      readers.map((visit) => ({ ...visit, anonymousKey: hashes.get(visit) ?? null })),
    ).catch((error: unknown) => ctx.log.debug({ err: error }, 'who is here now is not known'))
  }

  async function keyOf(day: Day): Promise<Buffer> {
    const key = keys.get(day) ?? (await visitKeyOf(ctx, day))
    keys.set(day, key)
    for (const old of [...keys.keys()].sort().slice(0, -KEYS_KEPT)) keys.delete(old)
    return key
  }

  /**
   * After an outage of hours: their key is destroyed, or about to be, and a second one would count its visitors again. And what the ledger has
   * taken up stays as it is, even if a clock was too fast when it did.
   */
  async function leaveOutClosedDays(entries: readonly Entry[]): Promise<OpenEntries> {
    const { zone } = await loadSettings(ctx)
    const lastClosed = await findLastDay(ctx.db)
    const byClock = firstOpenDay(ctx.clock.now(), zone)
    const first = lastClosed !== null && lastClosed >= byClock ? shiftDay(lastClosed, 1) : byClock
    for (const entry of entries) if (hourOf(entry).day < first) gaps.add(entry)
    const open = entries.filter((entry) => hourOf(entry).day >= first)
    return {
      visits: open.flatMap((entry) => ('visit' in entry ? [entry.visit] : [])),
      happenings: open.flatMap((entry) => ('happening' in entry ? [entry.happening] : [])),
      felt: open.flatMap((entry) => ('felt' in entry ? [entry.felt] : [])),
    }
  }
}

/** What each visitor of a batch did, day by day: the first of its requests tells who it is. */
async function gatherVisits(ctx: AppContext, seen: SeenToday, visits: readonly Visit[], hashes: ReadonlyMap<Visit, Buffer>) {
  const [boards, nameId] = await Promise.all([
    listAllBoards(ctx),
    nameIdsOf(
      ctx,
      visits.flatMap(({ page }) => (page === null ? [] : [page.name])),
    ),
  ])
  const boardIds = new Map(boards.map(({ slug, id }) => [slug, id]))
  const days = new Map<Day, Map<string, BatchVisit>>()
  for (const visit of inOrderOfDays(visits)) {
    const ofDay = days.get(visit.day) ?? new Map<string, BatchVisit>()
    days.set(visit.day, ofDay)
    const key = visitorKey(visit)
    const gathered = ofDay.get(key) ?? { row: rowOf(visit, hashes.get(visit)), known: true, pages: [], proved: false }
    // A page tells more than a file that came before it.
    if (visit.page !== null && gathered.pages.length === 0) gathered.row = rowOf(visit, hashes.get(visit))
    ofDay.set(key, gathered)
    if (visit.counts && !seen.has(visit)) gathered.known = false
    if (visit.proved) gathered.proved = true
    if (visit.page === null) continue
    const { name, boardSlug, postId } = visit.page
    const boardId = boardIds.get(boardSlug ?? '') ?? null
    gathered.pages.push({ pageId: nameId(name), boardId, postId, hour: visit.hour, views: 1, firstAt: visit.at, lastAt: visit.at })
  }
  return new Map([...days].map(([day, ofDay]) => [day, [...ofDay.values()]]))
}

const inOrderOfDays = (visits: readonly Visit[]) =>
  [...visits].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))

const rowOf = (visit: Visit, key: Buffer | undefined): VisitRow => ({
  day: visit.day,
  visitor: visit.visitor,
  anonymousKey: visit.stranger ? (key ?? null) : null,
  createdAt: visit.at,
  class: visit.class,
  proved: visit.proved ? 1 : 0,
  member: visit.member ? 1 : 0,
  cameBefore: visit.cameBefore ? 1 : 0,
  hour: visit.hour,
  maskedAddress: visit.maskedAddress,
  facts: visit.facts === null ? null : JSON.stringify(visit.facts),
})

async function gatherEvents(ctx: AppContext, happenings: readonly Happening[]): Promise<DayEvent[]> {
  const nameId = await nameIdsOf(
    ctx,
    happenings.map(({ name }) => name),
  )
  const events = new Map<string, DayEvent>()
  for (const { day, kind, name } of happenings) {
    const key = `${day} ${kind} ${nameId(name)}`
    const event = events.get(key) ?? { day, kind, boardId: 0, nameId: nameId(name), times: 0 }
    events.set(key, { ...event, times: event.times + 1 })
  }
  return [...events].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, event]) => event)
}

const screenOf = ({ day, hour, screen }: FeltPage): Happening[] => (screen === null ? [] : [{ day, hour, kind: 'screen', name: screen }])

function gatherSpeed(felt: readonly FeltPage[], answered: readonly SpeedRow[]): SpeedRow[] {
  const counts = createSpeedCounts()
  counts.addRows(answered)
  for (const page of felt) addFelt(counts, page)
  return counts.take()
}
