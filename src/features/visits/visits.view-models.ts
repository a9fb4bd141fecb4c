import type { Reader } from '../../context.ts'
import type { DateText } from '../../lib/time/date-text.ts'
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
  bestDay: null,
  total: reader.number(numbers.total),
  online: reader.number(numbers.online),
})
