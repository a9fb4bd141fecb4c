import { type Day, shiftDay, weekdayOf } from '../../lib/time/zone.ts'
import type { Statistics } from './statistics.types.ts'
import type { VisitDay } from './visits.types.ts'

const MONTHS = 12

/** Every day of the period, oldest first, with its row or null. */
export function daysOf({ days, period, today }: Statistics): { day: Day; row: VisitDay | null }[] {
  const rows = new Map(days.map((row) => [row.day, row]))
  return Array.from({ length: period }, (_, index) => shiftDay(today, index + 1 - period)).map((day) => ({
    day,
    row: rows.get(day) ?? null,
  }))
}

/** Days that are over and were counted, of the period that ended `back` days ago: today is not over. */
export function countedDays({ days, today }: Statistics, period: number, back: number): VisitDay[] {
  const from = shiftDay(today, 1 - period - back)
  const to = shiftDay(today, -back)
  return days.filter(({ day }) => day >= from && day <= to && day < today)
}

export const averageOf = (days: readonly VisitDay[]): number | null =>
  days.length === 0 ? null : days.reduce((sum, { visitors }) => sum + visitors, 0) / days.length

/** Monday first, as calendars of work show it; null: no such day was counted. */
export function weekdaysOf(statistics: Statistics): (number | null)[] {
  const days = countedDays(statistics, statistics.period, 0)
  return Array.from({ length: 7 }, (_, index) => averageOf(days.filter(({ day }) => weekdayOf(day) === (index + 1) % 7)))
}

/** The last twelve months, oldest first. A visitor of two days is two: nobody is followed from one day to the next. */
export function monthsOf({ days, today }: Statistics): { month: string; row: { visitors: number; pageViews: number } | null }[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, index) => new Date(Date.UTC(year, month - MONTHS + index, 1)).toISOString().slice(0, 7)).map(
    (name) => {
      const ofMonth = days.filter(({ day }) => day.startsWith(name))
      const sum = (figure: 'visitors' | 'pageViews') => ofMonth.reduce((total, row) => total + row[figure], 0)
      return { month: name, row: ofMonth.length === 0 ? null : { visitors: sum('visitors'), pageViews: sum('pageViews') } }
    },
  )
}
