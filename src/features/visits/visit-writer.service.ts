import type { AppContext } from '../../context.ts'
import type { Day } from '../../lib/time/zone.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { noteOnline } from './online.service.ts'
import { nameIdsOf } from './visit-names.service.ts'
import { type SeenToday, keyOf as visitorKeyOf } from './visit-spool.service.ts'
import { firstOpenDay } from './visits.policy.ts'
import { anonymousKey, type BatchVisit, visitKeyOf, writeVisits } from './visits.service.ts'
import type { Visit, VisitRow } from './visits.types.ts'

const KEYS_KEPT = 3

/** What the process needs not ask the database again. */
export interface KnownVisits {
  /** Whose visit of the day stands there. */
  seen: SeenToday
  /** Who of them asked for a file of a page. */
  proved: SeenToday
}

/** Writes one batch: rows for those who aren't known to be counted, pages for all. What was seen is remembered after COMMIT alone. */
export function createVisitWriter(ctx: AppContext, known: KnownVisits): (mark: string, batch: readonly Visit[]) => Promise<void> {
  const keys = new Map<Day, Buffer>()
  let settledMark: string | null = null

  return async (mark, batch) => {
    const open = await leaveOutClosedDays(batch)
    const hashes = new Map<Visit, Buffer>()
    for (const visit of open) hashes.set(visit, anonymousKey(await keyOf(visit.day), visit.origin))
    await writeVisits(ctx, { mark, settledMark, days: await gather(ctx, known.seen, open, hashes) })
    settledMark = mark
    for (const visit of open) known.seen.add(visit)
    for (const visit of open) if (visit.proved) known.proved.add(visit)
    const readers = open.filter((visit) => visit.page !== null && visit.class === 'person')
    await noteOnline(
      ctx,
      readers.map((visit) => ({ ...visit, anonymousKey: hashes.get(visit) ?? visit.origin })),
    ).catch((error: unknown) => ctx.log.debug({ err: error }, 'who is here now is not known'))
  }

  async function keyOf(day: Day): Promise<Buffer> {
    const key = keys.get(day) ?? (await visitKeyOf(ctx, day))
    keys.set(day, key)
    for (const old of [...keys.keys()].sort().slice(0, -KEYS_KEPT)) keys.delete(old)
    return key
  }

  /** After an outage of hours: their key is destroyed, or about to be, and a second one would count its visitors again. */
  async function leaveOutClosedDays(batch: readonly Visit[]): Promise<Visit[]> {
    const { zone } = await loadSettings(ctx)
    const first = firstOpenDay(ctx.clock.now(), zone)
    const open = batch.filter(({ day }) => day >= first)
    if (open.length < batch.length) ctx.log.error({ lost: batch.length - open.length, first }, 'visits of days that are closed')
    return open
  }
}

/** What each visitor of a batch did, day by day: the first of its requests tells who it is. */
async function gather(ctx: AppContext, seen: SeenToday, visits: readonly Visit[], hashes: ReadonlyMap<Visit, Buffer>) {
  const [boards, nameId] = await Promise.all([
    listAllBoards(ctx),
    nameIdsOf(
      ctx,
      visits.flatMap(({ page }) => (page === null ? [] : [page.name])),
    ),
  ])
  const boardIds = new Map(boards.map(({ slug, id }) => [slug, id]))
  const days = new Map<Day, Map<string, BatchVisit>>()
  for (const visit of [...visits].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))) {
    const ofDay = days.get(visit.day) ?? new Map<string, BatchVisit>()
    days.set(visit.day, ofDay)
    const key = visitorKeyOf(visit)
    const gathered = ofDay.get(key) ?? { row: rowOf(visit, hashes.get(visit) ?? null), known: seen.has(visit), pages: [], proved: false }
    ofDay.set(key, gathered)
    if (visit.proved) gathered.proved = true
    if (visit.page === null) continue
    const { name, boardSlug, postId } = visit.page
    const boardId = boardIds.get(boardSlug ?? '') ?? null
    gathered.pages.push({ pageId: nameId(name), boardId, postId, hour: visit.hour, views: 1, firstAt: visit.at, lastAt: visit.at })
  }
  return new Map([...days].map(([day, ofDay]) => [day, [...ofDay.values()]]))
}

const rowOf = (visit: Visit, key: Buffer | null): VisitRow => ({
  day: visit.day,
  visitor: visit.visitor,
  anonymousKey: visit.stranger ? key : null,
  createdAt: visit.at,
  class: visit.class,
  proved: visit.proved ? 1 : 0,
  member: visit.member ? 1 : 0,
  cameBefore: visit.cameBefore ? 1 : 0,
  hour: visit.hour,
  maskedAddress: visit.maskedAddress,
  address: visit.address,
  facts: visit.facts === null ? null : JSON.stringify(visit.facts),
})
