import type { AppContext } from '../../context.ts'
import { dayOf, shiftDay } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { firstOpenDay } from '../visits/visits.policy.ts'
import { rollUpDay } from './roll-up.service.ts'

/** A day of a million visitors takes long to add up: then it is done less often, and the worker has time for other work. */
const REST = 10

/** Adds up the days that are not over. @returns how many */
export async function rollUpVisits(ctx: AppContext): Promise<number> {
  const rest = ctx.memory.own('statistics:rest', () => ({ until: 0 }))
  if (performance.now() < rest.until) return 0
  const startedAt = performance.now()
  const { zone } = await loadSettings(ctx)
  const now = ctx.clock.now()
  let days = 0
  for (let day = firstOpenDay(now, zone); day <= dayOf(now, zone); day = shiftDay(day, 1)) {
    await rollUpDay(ctx, day, zone)
    days += 1
  }
  rest.until = performance.now() + REST * (performance.now() - startedAt)
  return days
}
