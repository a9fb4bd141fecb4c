import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { dayOf, shiftDay } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { firstOpenDay } from './visits.policy.ts'
import { deleteVisitKey, forgetStrangers, selectKeyDaysBefore } from './visits.repository.ts'
import { suspectVisits } from './visits.service.ts'

const SLICE = 2_000
/** A page and its files come together; a line that breaks, or a phone that sleeps, takes longer. */
const PROOF_WITHIN_MS = 30 * 60_000

/** Of the days that are open, takes back whom no file of a page has proved within half an hour. @returns how many */
export async function suspectBots(ctx: AppContext): Promise<number> {
  const { zone } = await loadSettings(ctx)
  const now = ctx.clock.now()
  const seenBefore = new Date(now.getTime() - PROOF_WITHIN_MS)
  let suspected = 0
  for (let day = firstOpenDay(now, zone); day <= dayOf(now, zone); day = shiftDay(day, 1))
    suspected += await suspectVisits(ctx, day, seenBefore)
  return suspected
}

/**
 * Destroys what could tell visitors without cookies apart, of days that are over. The key goes last: a run that breaks off finds the day again.
 * @returns how many days were closed
 */
export async function closeVisitDays(ctx: AppContext): Promise<number> {
  const { zone } = await loadSettings(ctx)
  const days = await selectKeyDaysBefore(ctx.db, firstOpenDay(ctx.clock.now(), zone))
  for (const day of days) {
    await inSlices(SLICE, (limit) => forgetStrangers(ctx.db, day, limit))
    await deleteVisitKey(ctx.db, day)
  }
  return days.length
}
