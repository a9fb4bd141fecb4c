import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { firstOpenDay } from './visits.policy.ts'
import { deleteVisitKey, forgetStrangers, selectKeyDaysBefore } from './visits.repository.ts'

const SLICE = 2_000

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
