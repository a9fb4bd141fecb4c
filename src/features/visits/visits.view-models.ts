import type { Reader } from '../../context.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { VisitNumbers } from './visits.read-models.ts'

/** The counter as every page prints it: numbers already in the reader's writing. */
export interface VisitFigures {
  today: string
  yesterday: string
  best: string
  bestDay: DateText | null
  total: string
  online: string
}

export const visitFigures = (reader: Reader, numbers: VisitNumbers): VisitFigures => ({
  today: reader.number(numbers.today),
  yesterday: reader.number(numbers.yesterday),
  best: reader.number(numbers.best),
  bestDay: numbers.bestDay === null ? null : dayText(numbers.bestDay),
  total: reader.number(numbers.total),
  online: reader.number(numbers.online),
})

/** A whole day has no hour to show. */
const dayText = (day: Day): DateText => ({ iso: day, short: day.slice(2), full: day })
