import type { Day } from '../../lib/time/zone.ts'
import type { Visit } from './visits.types.ts'

/** As much of a visit as tells whose it is. */
export type KnownVisit = Pick<Visit, 'day' | 'visitor' | 'stranger' | 'origin'>

/** Who it is within the day, as far as this process can tell before the database decides. */
export const visitorKey = ({ visitor, stranger, origin }: Omit<KnownVisit, 'day'>): string =>
  stranger ? `~${origin?.toString('base64url')}` : visitor.toString('base64url')

export interface SeenToday {
  has(visit: KnownVisit): boolean
  add(visit: KnownVisit): void
}

const DAYS = 2

/** Who is in the database for sure. What does not fit in is asked of the database again, which is slower and as exact. */
export function createSeenToday(limit: number): SeenToday {
  const days = new Map<Day, Set<string>>()
  return {
    has: (visit) => days.get(visit.day)?.has(visitorKey(visit)) ?? false,
    add(visit) {
      const seen = days.get(visit.day) ?? new Set()
      if (seen.size < limit) seen.add(visitorKey(visit))
      days.set(visit.day, seen)
      for (const day of [...days.keys()].sort().slice(0, -DAYS)) days.delete(day)
    },
  }
}
