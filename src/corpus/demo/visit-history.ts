import type { VisitDay } from '../../features/visits/visits.types.ts'
import { type Day, shiftDay, weekdayOf } from '../../lib/time/zone.ts'
import { createRandom } from '../random.ts'

const DAYS = 400
/** Sunday first: people read boards at work, and late on Sunday evenings. */
const week = [0.86, 1.12, 1.08, 1.05, 1.02, 0.97, 0.74]
/** Days ago: the power cut that everybody talked about, the first snow, a post that was passed around. */
const events: Record<number, number> = { 12: 1.7, 131: 2.6, 212: 1.9, 305: 1.6 }

/** A young community that grows, with its weeks, its summer and its good days; today only as far as the day has come. */
export function visitHistory(today: Day, partOfToday: number): VisitDay[] {
  const random = createRandom(400)
  return Array.from({ length: DAYS + 1 }, (_, index) => {
    const ago = DAYS - index
    const day = shiftDay(today, -ago)
    const grown = 70 + 190 * (index / DAYS) ** 1.4
    const summer = day.slice(5, 7) === '08' ? 0.85 : 1
    const weather = 0.88 + random.next() * 0.24
    const whole = grown * summer * weather * (week[weekdayOf(day)] ?? 1) * (events[ago] ?? 1)
    const visitors = Math.max(1, Math.round(ago === 0 ? whole * partOfToday : whole))
    return { day, visitors, pageViews: Math.round(visitors * (3.6 + random.next() * 1.8)) }
  })
}
