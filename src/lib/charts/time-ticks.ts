import type { Day } from '../time/zone.ts'
import type { Ticks } from './chart.types.ts'

/** Days between two names: each, every other, weeks. */
const STEPS = [1, 2, 7, 14]
/** Months of a year that have a name: all, quarters, halves, January. */
const MONTHS = [1, 3, 6, 12]

type Style = Intl.DateTimeFormatOptions

const writer = (locale: string, style: Style) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...style })
  return (day: Day) => format.format(new Date(`${day}T00:00:00Z`))
}

/** A day as a sentence names it. */
export const dayNames = (days: readonly Day[], locale: string): string[] =>
  days.map(writer(locale, { year: 'numeric', month: locale === 'ko' ? 'numeric' : 'short', day: 'numeric', weekday: 'short' }))

export const monthNames = (days: readonly Day[], locale: string): string[] =>
  days.map(writer(locale, { year: 'numeric', month: locale === 'ko' ? 'long' : 'short' }))

/** Names below an axis of days: single days where there is room, then first days of months, then years. */
export function dayTicks(days: readonly Day[], locale: string): Ticks {
  const name = writer(locale, { month: locale === 'ko' ? 'numeric' : 'short', day: 'numeric' })
  const single = STEPS.map((step) =>
    days.flatMap((day, index) => ((days.length - 1 - index) % step === 0 ? [{ index, text: name(day) }] : [])),
  )
  return [...single, ...monthTicks(days, locale).filter((level) => level.length > 1)]
}

/** Names below an axis of months, or of the days that begin one: a year stands in place of its January. */
export function monthTicks(days: readonly Day[], locale: string): Ticks {
  const [month, year] = [writer(locale, { month: 'short' }), writer(locale, { year: 'numeric' })]
  const firsts = days.flatMap((day, index) => (day.endsWith('-01') ? [{ day, index, number: Number(day.slice(5, 7)) }] : []))
  return MONTHS.map((step) =>
    firsts
      .filter(({ number }) => (number - 1) % step === 0)
      .map(({ day, index, number }) => ({ index, text: number === 1 ? year(day) : month(day) })),
  )
}

/** Names that are thinned alone: of hours, of weekdays. */
export const plainTicks = (names: readonly string[], steps: readonly number[] = [1]): Ticks =>
  steps.map((step) => names.flatMap((text, index) => (index % step === 0 ? [{ index, text }] : [])))
