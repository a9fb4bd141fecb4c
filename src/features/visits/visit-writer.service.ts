import type { AppContext } from '../../context.ts'
import type { Day } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { noteOnline } from './online.service.ts'
import type { SeenToday } from './visit-spool.service.ts'
import { firstOpenDay } from './visits.policy.ts'
import { anonymousKey, visitKeyOf, writeVisits } from './visits.service.ts'
import type { Visit } from './visits.types.ts'

const KEYS_KEPT = 3

/** Writes one batch: rows for those who aren't known to be counted, page views for all. What was seen is remembered after COMMIT alone. */
export function createVisitWriter(ctx: AppContext, seen: SeenToday): (mark: string, batch: readonly Visit[]) => Promise<void> {
  const keys = new Map<Day, Buffer>()
  let settledMark: string | null = null

  return async (mark, batch) => {
    const open = await leaveOutClosedDays(batch)
    const hashes = new Map<Visit, Buffer>()
    for (const visit of open) hashes.set(visit, anonymousKey(await keyOf(visit.day), visit))
    const rows = open
      .filter((visit) => !seen.has(visit))
      .map((visit) => ({
        day: visit.day,
        visitor: visit.visitor,
        anonymousKey: visit.stranger ? (hashes.get(visit) ?? null) : null,
        createdAt: visit.at,
      }))
    await writeVisits(ctx, { mark, settledMark, rows, pageViews: pageViewsOf(open) })
    settledMark = mark
    for (const visit of open) seen.add(visit)
    const readers = open.flatMap((visit) => (visit.pageViews > 0 ? [{ ...visit, anonymousKey: hashes.get(visit) ?? Buffer.alloc(0) }] : []))
    await noteOnline(ctx, readers).catch((error: unknown) => ctx.log.debug({ err: error }, 'who is here now is not known'))
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

function pageViewsOf(visits: readonly Visit[]): Map<Day, number> {
  const views = new Map<Day, number>()
  for (const { day, pageViews } of visits) views.set(day, (views.get(day) ?? 0) + pageViews)
  return new Map([...views].sort(([one], [other]) => (one < other ? -1 : 1)))
}
