import type { Day } from '../../lib/time/zone.ts'
import type { Visit } from './visits.types.ts'

/** Who it is within the day, as far as this process can tell before the database decides. */
const keyOf = ({ visitor, stranger, address, agent }: Visit): string => (stranger ? `${address} ${agent}` : visitor.toString('base64url'))

export interface VisitSpool {
  readonly size: number
  /** Reloads of a browser that waits already become one entry. false: there is no room. */
  add(visit: Visit): boolean
  /** The oldest ones. */
  take(limit: number): Visit[]
}

/** Visits that wait for the database: bounded, so that an outage costs visits and never the process. */
export function createVisitSpool(limit: number): VisitSpool {
  const waiting = new Map<string, Visit>()
  return {
    get size() {
      return waiting.size
    },
    add(visit) {
      const key = `${visit.day} ${keyOf(visit)}`
      const earlier = waiting.get(key)
      if (earlier) {
        earlier.pageViews += visit.pageViews
        earlier.at = visit.at
      } else if (waiting.size >= limit) return false
      else waiting.set(key, { ...visit })
      return true
    },
    take(count) {
      const taken = [...waiting.entries()].slice(0, count)
      for (const [key] of taken) waiting.delete(key)
      return taken.map(([, visit]) => visit)
    },
  }
}

export interface SeenToday {
  has(visit: Visit): boolean
  add(visit: Visit): void
}

const DAYS = 2

/** Who is in the database for sure. What does not fit in is asked of the database again, which is slower and as exact. */
export function createSeenToday(limit: number): SeenToday {
  const days = new Map<Day, Set<string>>()
  return {
    has: (visit) => days.get(visit.day)?.has(keyOf(visit)) ?? false,
    add(visit) {
      const seen = days.get(visit.day) ?? new Set()
      if (seen.size < limit) seen.add(keyOf(visit))
      days.set(visit.day, seen)
      for (const day of [...days.keys()].sort().slice(0, -DAYS)) days.delete(day)
    },
  }
}
