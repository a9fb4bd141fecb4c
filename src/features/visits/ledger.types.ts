import type { Day } from '../../lib/time/zone.ts'

export interface LedgerFigures {
  day: Day
  people: number
  pageViews: number
  declaredBots: number
  suspectedBots: number
  ruleVersion: number
  closedAt: Date
}

/** A row of `visit_ledger`: a day that is over, bound to the one before. */
export interface LedgerRow extends LedgerFigures {
  previousHash: Buffer
  hash: Buffer
}

export interface LedgerMonth {
  month: string
  /** Newest first. */
  months: string[]
  rows: LedgerRow[]
}
