import type { Day } from '../../lib/time/zone.ts'
import type { VisitNumbers } from './visits.read-models.ts'
import type { VisitDay } from './visits.types.ts'

/** Days up to today. */
export const periods = [30, 90, 365] as const
export type Period = (typeof periods)[number]

export interface Statistics {
  period: Period
  today: Day
  figures: VisitNumbers
  /** The day that counting began; null: nobody was here yet. */
  firstDay: Day | null
  /** Oldest first, as far back as any chart looks. A day that is missing was not counted: that is not a day with nobody. */
  days: VisitDay[]
}
