import { type Day, shiftDay, startOfDay, weekdayOf, zonedParts } from '../../lib/time/zone.ts'
import { createRandom, seedOf } from '../random.ts'
import { share } from '../threads.ts'

/** How much happens on a day, before anybody asks who comes and what they read. */
export interface Traffic {
  day: Day
  weekday: number
  visitors: number
  pageViews: number
  /** 24 numbers each, which add up to those above. */
  hours: { visitors: number; views: number }[]
  /** A post of that day is passed around. */
  viral: boolean
  /** Page views of each hour that nobody could write down. */
  lost: { hour: number; lost: number }[]
}

export interface TrafficPlan {
  seed: number
  from: Day
  to: Day
  /** On a usual day: a little more than half of them at the beginning, a quarter more at the end. */
  visitors: number
  zone: string
  /** Up to which hour the last day has come. */
  lastHour: number
}

/** Sunday first: people read boards at work, and late on Sunday evenings. */
const week = [0.86, 1.12, 1.08, 1.05, 1.02, 0.97, 0.74]
/** The way to work, lunch, the end of work, and the sofa. */
const workday = [30, 17, 9, 6, 5, 8, 19, 42, 66, 74, 70, 73, 96, 81, 66, 65, 67, 72, 76, 70, 77, 90, 86, 58]
const freeDay = [46, 30, 17, 10, 7, 7, 10, 17, 30, 45, 58, 65, 69, 71, 72, 71, 70, 69, 68, 70, 79, 91, 88, 62]
/** New year, Independence, Children's, Memorial, Liberation, Foundation, Hangeul, Christmas: quiet, as are the days about the harvest feast. */
const holidays = new Set(['01-01', '03-01', '05-05', '06-06', '08-15', '10-03', '10-09', '12-25', '09-28', '09-29', '09-30'])
const season = [1.04, 1.0, 1.03, 1.01, 0.98, 0.99, 0.93, 0.87, 1.0, 1.02, 1.05, 1.03]
/** Days before the last one: a post passed around, and an afternoon without the database. */
const VIRAL_AGO = 12
const VIRAL_EVERY = 211
const OUTAGE_AGO = 37
const OUTAGE_EVERY = 509

export const numberOf = (day: Day): number => Math.round(new Date(`${day}T00:00:00Z`).getTime() / 86_400_000)

export function trafficOf(plan: TrafficPlan, day: Day): Traffic {
  const random = createRandom(seedOf(plan.seed, numberOf(day), 1))
  const ago = numberOf(plan.to) - numberOf(day)
  const weekday = weekdayOf(day)
  const free = weekday === 0 || weekday === 6 || holidays.has(day.slice(5))
  const viral = ago % VIRAL_EVERY === VIRAL_AGO
  const outage = ago % OUTAGE_EVERY === OUTAGE_AGO
  const grown = 0.55 + 0.7 * (1 - ago / Math.max(1, numberOf(plan.to) - numberOf(plan.from))) ** 1.4
  const weather = 0.9 + random.next() * 0.2
  const holiday = holidays.has(day.slice(5)) ? 0.8 : 1
  const usual = plan.visitors * grown * (season[Number(day.slice(5, 7)) - 1] ?? 1) * (week[weekday] ?? 1) * holiday * weather
  const hours = hoursThatExist(day, plan.zone)
  const whole = (free ? freeDay : workday).map((weight, hour) => weight * (0.93 + random.next() * 0.14) * (hours[hour] ?? 0))
  const came = whole.map((weight, hour) => (ago === 0 && hour > plan.lastHour ? 0 : outage && hour >= 14 && hour <= 16 ? 0 : weight))
  const part = sum(came) / sum(whole)
  const visitors = Math.max(sum(came) > 0 ? 1 : 0, Math.round(usual * (viral ? 3.4 : 1) * part))
  const pageViews = Math.round(visitors * (viral ? 1.9 : 3.3 + random.next() * 0.9))
  const views = share(pageViews - visitors, came)
  return {
    ...{ day, weekday, visitors, pageViews, viral },
    hours: share(visitors, came).map((count, hour) => ({ visitors: count, views: count + (views[hour] ?? 0) })),
    lost: outage ? [14, 15, 16].map((hour) => ({ hour, lost: Math.round((usual * 3.7 * (whole[hour] ?? 0)) / sum(whole)) })) : [],
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** How often each hour of that day strikes: one is missing where clocks are set forward, one comes twice where they are set back. */
export function hoursThatExist(day: Day, zone: string): number[] {
  const counts = new Array<number>(24).fill(1)
  // Nearly all days have the same distance from Greenwich at both ends, and asking a zone is slow.
  if (offsetAt(shiftDay(day, -1), zone) === offsetAt(shiftDay(day, 2), zone)) return counts
  counts.fill(0)
  const end = startOfDay(shiftDay(day, 1), zone).getTime()
  for (let at = startOfDay(day, zone).getTime(); at < end; at += 900_000) {
    const { hour } = zonedParts(new Date(at), zone)
    counts[hour] = (counts[hour] ?? 0) + 0.25
  }
  return counts
}

const offsetAt = (day: Day, zone: string): string => zonedParts(new Date(`${day}T00:00:00Z`), zone).time
