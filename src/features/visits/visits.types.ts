import type { Day } from '../../lib/time/zone.ts'
import type { VisitFacts } from './visit-facts.types.ts'

/**
 * `person`: in the counter. `declared`: a bot that says so. `suspected`: says that it is a browser, but asked for no file of any page it read.
 */
export type VisitClass = 'person' | 'suspected' | 'declared'

/** A request that tells of a visit, as it waits to be written. */
export interface Visit {
  day: Day
  /** 0–23 on the site's clock. */
  hour: number
  at: Date
  /** Id of the browser: the one it carries, or the one that it was given with this answer. */
  visitor: Buffer
  /** It carried none: it may refuse cookies, and then only address and agent tell it from the next one. */
  stranger: boolean
  /** Keyed hash of address and agent: what stands here and waits names nobody. null: the visit of this browser stands in the database. */
  origin: Buffer | null
  maskedAddress: string
  class: Exclude<VisitClass, 'suspected'>
  member: boolean
  /** Its cookie was given on an earlier day. */
  cameBefore: boolean
  /** null where nothing but the number may be kept. */
  facts: VisitFacts | null
  /** A file of a page was asked for, now or on an earlier day: it is no bot that only says it is a browser. */
  proved: boolean
  /**
   * It stands for a visit by itself: a page does, and so does the file of a page that gave this cookie a moment ago. Any other file proves only
   * a visit that is known.
   */
  counts: boolean
  /** What told of it: the page that was asked for, the request by which a page tells that it is shown, or a file of a page. */
  by: 'page' | 'request' | 'file'
  /** null for a file of a page. */
  page: ReadPage | null
}

export interface ReadPage {
  /** Its name in statistics (see `pageName`). */
  name: string
  boardSlug: string | null
  postId: number | null
}

/** A row of `visits`. */
export interface VisitRow {
  day: Day
  visitor: Buffer
  /** Keyed hash of address and browser; null where the visitor is known by cookie, and on closed days. */
  anonymousKey: Buffer | null
  createdAt: Date
  class: VisitClass
  /** It asked for a file of a page. */
  proved: 0 | 1
  member: 0 | 1
  cameBefore: 0 | 1
  hour: number
  maskedAddress: string
  /** VisitFacts as JSON. */
  facts: string | null
}

/** A row of `visit_pages`: one page that one visitor read on that day, however often. */
export interface VisitPageRow {
  day: Day
  visitor: Buffer
  pageId: number
  boardId: number | null
  postId: number | null
  hour: number
  views: number
  firstAt: Date
  lastAt: Date
}

export interface VisitDay {
  day: Day
  visitors: number
  pageViews: number
}

/** How the persons of a day were counted, each 0 or 1: as pages left, or as pages told that they were shown. */
export interface CountedBy {
  byPage: 0 | 1
  byRequest: 0 | 1
}

/** What the worker finds out of a day from its rows; its visitors are counted as they come. */
export interface DayFigures {
  pageViews: number
  declaredBots: number
  suspectedBots: number
  botViews: number
}

/** What `visit_events` counts. */
export const visitEvents = ['search', 'search-empty', 'missing', 'missing-from', 'screen'] as const
export type VisitEvent = (typeof visitEvents)[number]

/** Something that a person did and that is no page. */
export interface Happening {
  day: Day
  hour: number
  kind: VisitEvent
  name: string
}

/** Page views of an hour that could not be kept. */
export interface Gap {
  day: Day
  hour: number
  lost: number
}
