/** A calendar day of the site's zone, `YYYY-MM-DD`. */
export type Day = string

/** Whether somebody who was asked for a day gave one: `2026-02-30` is none. */
export function isDay(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

interface ZonedParts {
  day: Day
  hour: number
  time: string
}

const zones = new Map<string, { format: Intl.DateTimeFormat; at: number; parts: ZonedParts }>()

/**
 * Wall-clock parts of an instant in a zone. Intl knows every zone's rules, daylight saving included; the database need not. Of each zone the last
 * answer is kept: several who look at one request ask for the same instant.
 */
export function zonedParts(at: Date, zone: string): Readonly<ZonedParts> {
  const known = zones.get(zone)
  if (known?.at === at.getTime()) return known.parts
  const format = known?.format ?? formatOf(zone)
  const { year, month, day, hour, minute } = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const parts = { day: `${year}-${month}-${day}`, hour: Number(hour), time: `${hour}:${minute}` }
  zones.set(zone, { format, at: at.getTime(), parts })
  return parts
}

const formatOf = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })

export const dayOf = (at: Date, zone: string): Day => zonedParts(at, zone).day

/** Days are plain dates: shifting them never meets a daylight-saving hour. */
export function shiftDay(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** When a day begins in a zone: the first instant that bears its date. A clock that is set forward at midnight skips the hours before. */
export function startOfDay(day: Day, zone: string): Date {
  // No zone is further than 14 hours from UTC: a quarter of an hour at a time, for some begin theirs so.
  const midnight = new Date(`${day}T00:00:00Z`).getTime()
  for (let step = -56; step <= 56; step += 1) {
    const at = new Date(midnight + step * 900_000)
    if (dayOf(at, zone) === day) return at
  }
  throw new RangeError(`${zone} has no day ${day}`)
}
