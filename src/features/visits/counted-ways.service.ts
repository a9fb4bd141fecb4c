import type { Day } from '../../lib/time/zone.ts'
import type { CountedBy, Visit } from './visits.types.ts'

export interface CountedWays {
  /** How the days of these visits were counted, where their rows may not say so yet. */
  newIn(visits: readonly Visit[]): Map<Day, CountedBy>
  /** Call after COMMIT. */
  remember(ways: ReadonlyMap<Day, CountedBy>): void
}

const DAYS = 2

/** What this process knows to stand in the rows of days: they are all that a day's row is touched for when nobody new comes. */
export function createCountedWays(): CountedWays {
  const written = new Set<string>()
  return {
    newIn(visits) {
      const ways = new Map<Day, CountedBy>()
      for (const { day, by, class: kind } of visits) {
        // A line that was written before there was another way says nothing.
        const way = by ?? 'page'
        if (way === 'file' || kind !== 'person' || written.has(`${day} ${way}`)) continue
        const known = ways.get(day) ?? { byPage: 0, byRequest: 0 }
        ways.set(day, { ...known, [way === 'page' ? 'byPage' : 'byRequest']: 1 })
      }
      return ways
    },
    remember(ways) {
      for (const [day, { byPage, byRequest }] of ways) {
        if (byPage) written.add(`${day} page`)
        if (byRequest) written.add(`${day} request`)
      }
      for (const old of [...written].sort().slice(0, -2 * DAYS)) written.delete(old)
    },
  }
}
