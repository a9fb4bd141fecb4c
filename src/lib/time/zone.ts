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

interface Zone {
  format: Intl.DateTimeFormat
  /** By UTC day, milliseconds by which its clocks are ahead; null: they are set within that day. */
  offsets: Map<number, number | null>
  minutes: Map<number, ZonedParts>
}

const zones = new Map<string, Zone>()

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const MINUTES_KEPT = 1_000
/** Fourteen years of posts: fewer were asked for anew by each page of an old board. */
const DAYS_KEPT = 5_000

/** Wall-clock parts of an instant in a zone. Intl knows every zone's rules, daylight saving included; the database need not. */
export function zonedParts(at: Date, zone: string): Readonly<ZonedParts> {
  const known = zoneOf(zone)
  // No zone has differed from UTC by less than a minute since 1972.
  const minute = Math.floor(at.getTime() / MINUTE_MS)
  return known.minutes.get(minute) ?? keep(known.minutes, MINUTES_KEPT, minute, partsAt(at, known))
}

function partsAt(at: Date, zone: Zone): ZonedParts {
  const local = new Date(at.getTime() + offsetAt(at, zone)).toISOString()
  return { day: local.slice(0, -14), hour: Number(local.slice(-13, -11)), time: local.slice(-13, -8) }
}

/** The oldest goes. */
function keep<T>(kept: Map<number, T>, most: number, key: number, value: T): T {
  if (kept.size >= most) kept.delete(kept.keys().next().value ?? 0)
  kept.set(key, value)
  return value
}

/** Asking Intl takes as long as printing a row: it is asked once for a day on which clocks aren't set. */
function offsetAt(at: Date, zone: Zone): number {
  const day = Math.floor(at.getTime() / DAY_MS)
  const known = zone.offsets.get(day)
  if (known !== undefined) return known ?? askOffset(at.getTime(), zone)
  const [begins, ends] = [askOffset(day * DAY_MS, zone), askOffset((day + 1) * DAY_MS, zone)]
  return keep(zone.offsets, DAYS_KEPT, day, begins === ends ? begins : null) ?? askOffset(at.getTime(), zone)
}

function askOffset(at: number, { format }: Zone): number {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<string, number>
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000
}

function zoneOf(zone: string): Zone {
  const known = zones.get(zone)
  if (known) return known
  const fresh: Zone = { format: formatOf(zone), offsets: new Map(), minutes: new Map() }
  zones.set(zone, fresh)
  return fresh
}

const formatOf = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })

export const dayOf = (at: Date, zone: string): Day => zonedParts(at, zone).day

/** What a browser's field for date and time gives (`2026-12-24T18:30`), as clocks of the zone show it; undefined: no such moment. */
export function instantAt(local: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(local) || !isDay(local.slice(0, 10))) return undefined
  const wall = new Date(`${local}:00Z`).getTime()
  const known = zoneOf(zone)
  // The clock may be set between here and there: its offset is asked for where the first guess led.
  const guess = wall - offsetAt(new Date(wall), known)
  return new Date(wall - offsetAt(new Date(guess), known))
}

/** Days are plain dates: shifting them never meets a daylight-saving hour. */
export function shiftDay(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** What a clock on the wall shows, to the minute: `2026-11-27T09:30`, as forms ask for it. */
export function localTime(at: Date, zone: string): string {
  const { day, time } = zonedParts(at, zone)
  return `${day}T${time}`
}

/** When such a clock shows a time that somebody typed: the first time, where it is set back. null for what is none, and for an hour that is left out. */
export function instantOf(local: string, zone: string): Date | null {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?::00)?$/.exec(local) ?? []
  if (!isDay(day)) return null
  const asUtc = new Date(`${day}T${time}:00Z`).getTime()
  const near = [-DAY_MS, DAY_MS].map((away) => new Date(asUtc - askOffset(asUtc + away, zoneOf(zone))))
  return near.filter((at) => localTime(at, zone) === `${day}T${time}`).sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}

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
