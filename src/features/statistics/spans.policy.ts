import { type Day, shiftDay } from '../../lib/time/zone.ts'
import type { Span } from './sums.types.ts'

/** A stretch of one span's rows, both ends included, by the first day of each. */
export interface Stretch {
  span: Span
  from: Day
  to: Day
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`
export const firstOfYear = (day: Day): Day => `${day.slice(0, 4)}-01-01`

export function nextMonth(day: Day): Day {
  const date = new Date(`${firstOfMonth(day)}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return date.toISOString().slice(0, 10)
}

export const nextYear = (day: Day): Day => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`

/** Two years side by side, and the month that has begun. */
const MONTHS_BY_DAY = 25

/** Before this first of a month, days keep only the sums that are kept for ever. */
export function firstNamedDay(today: Day): Day {
  const date = new Date(`${firstOfMonth(today)}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - MONTHS_BY_DAY)
  return date.toISOString().slice(0, 10)
}

/**
 * The fewest rows that tell of every day from `from` to `to` once: whole years where they are over, then whole months, then days.
 * @param openFrom days from here on are not over, nor are the month and the year that hold them
 */
export function stretchesOf(from: Day, to: Day, openFrom: Day): Stretch[] {
  const stretches: Stretch[] = []
  let day = from
  while (day <= to) {
    const whole = wholeSpanAt(day, to, openFrom)
    const last = stretches.at(-1)
    if (last?.span === whole.span) last.to = day
    else stretches.push({ span: whole.span, from: day, to: day })
    day = whole.next
  }
  return stretches
}

/** The longest span that begins with this day and is over. */
function wholeSpanAt(day: Day, to: Day, openFrom: Day): { span: Span; next: Day } {
  const fits = (next: Day) => shiftDay(next, -1) <= to && next <= openFrom
  if (day === firstOfYear(day) && fits(nextYear(day))) return { span: 'year', next: nextYear(day) }
  if (day === firstOfMonth(day) && fits(nextMonth(day))) return { span: 'month', next: nextMonth(day) }
  return { span: 'day', next: shiftDay(day, 1) }
}
