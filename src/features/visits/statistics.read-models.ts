import type { AppContext, Reader } from '../../context.ts'
import { dayOf, shiftDay } from '../../lib/time/zone.ts'
import type { Period, Statistics } from './statistics.types.ts'
import { loadVisitFigures } from './visits.read-models.ts'
import type { VisitDay } from './visits.types.ts'

/** A year of months, or the period and the one before it, whichever reaches further back. */
const daysBack = (period: Period): number => Math.max(366, 2 * period)

export async function loadStatistics(ctx: AppContext, { now, zone }: Reader, period: Period): Promise<Statistics> {
  const today = dayOf(now, zone)
  const [figures, days, first] = await Promise.all([
    loadVisitFigures(ctx),
    ctx
      .db<VisitDay>('visit_days')
      .where('day', '>', shiftDay(today, -daysBack(period)))
      .orderBy('day')
      .select('day', 'visitors', 'pageViews'),
    ctx.db<VisitDay>('visit_days').orderBy('day').first('day'),
  ])
  return { period, today, figures, days, firstDay: first?.day ?? null }
}
