import { type Day, shiftDay } from '../../lib/time/zone.ts'
import type { AskedRange, Range, Stretch } from './statistics.types.ts'

const USUAL = '30'
const DAY_MS = 86_400_000

/** How many days a stretch has. */
export const lengthOf = ({ from, to }: Stretch): number => (new Date(to).getTime() - new Date(from).getTime()) / DAY_MS + 1

export const daysIn = (stretch: Stretch): Day[] => Array.from({ length: lengthOf(stretch) }, (_, index) => shiftDay(stretch.from, index))

/** The days to show: those asked for as far as there are any, the usual ones where nobody asked for days that can be. */
export function rangeOf(asked: AskedRange, today: Day, firstDay: Day | null): Range {
  const stretch = askedStretch(asked, today, firstDay)
  const period = stretch === null ? (asked.period ?? USUAL) : null
  const days =
    stretch ?? (period === 'all' ? { from: firstDay ?? today, to: today } : { from: shiftDay(today, 1 - Number(period)), to: today })
  // Before everything there is nothing to compare with.
  const beside = period === 'all' ? null : besideOf(days, asked)
  return { ...days, period, compare: beside === null ? 'none' : asked.compare, beside }
}

function askedStretch({ from, to }: AskedRange, today: Day, firstDay: Day | null): Stretch | null {
  if (from === undefined || to === undefined || from > to || from > today || to < (firstDay ?? today)) return null
  return { from: from < (firstDay ?? today) ? (firstDay ?? today) : from, to: to > today ? today : to }
}

function besideOf(days: Stretch, { compare, compareFrom }: AskedRange): Stretch | null {
  if (compare === 'days') return compareFrom === undefined ? null : { from: compareFrom, to: shiftDay(compareFrom, lengthOf(days) - 1) }
  if (compare === 'none') return null
  // Whole weeks back: Mondays stand above Mondays.
  const back = compare === 'year' ? Math.max(364, Math.ceil(lengthOf(days) / 364) * 364) : lengthOf(days)
  return { from: shiftDay(days.from, -back), to: shiftDay(days.to, -back) }
}
