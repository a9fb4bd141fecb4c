import type { Day } from '../../lib/time/zone.ts'

/** A request that counts, as it waits to be written. */
export interface Visit {
  day: Day
  /** Id of the browser: the one it carries, or the one that it was given with this answer. */
  visitor: Buffer
  /** It carried none: it may refuse cookies, and then only address and agent tell it from the next one. */
  stranger: boolean
  address: string
  agent: string
  /** 1 for a page; 0 for a file of a page, which proves the browser but is no page. */
  pageViews: number
  at: Date
}

/** A row of `visits`. */
export interface VisitRow {
  day: Day
  visitor: Buffer
  /** Keyed hash of address and browser; null where the visitor is known by cookie, and on closed days. */
  anonymousKey: Buffer | null
  createdAt: Date
}

export interface VisitDay {
  day: Day
  visitors: number
  pageViews: number
}
