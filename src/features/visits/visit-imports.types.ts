import type { Day } from '../../lib/time/zone.ts'

/** A row of `visit_imports`. */
export interface VisitImport {
  id: number
  firstDay: Day
  lastDay: Day
  days: number
  visitors: number
  importedBy: number
  importedAt: Date
  undoneBy: number | null
  undoneAt: Date | null
}

/** Why a day of a history is left out. */
export type LeftOut = 'counted' | 'imported' | 'open'
