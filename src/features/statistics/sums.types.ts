import type { Day } from '../../lib/time/zone.ts'

/**
 * What visits are told apart by. `name_id` of a sum is an id of `visit_names`, but for those of `numbered`.
 * `weekhour`: weekday × 24 + hour, Sunday 0. `activity`: see `activities`.
 * `post-comments`: how often posts were commented, as `views`.
 */
export const sumKinds = [
  ...(['weekhour', 'loyalty', 'membership', 'referrer-kind', 'referrer', 'referrer-page', 'words', 'campaign'] as const),
  ...(['landing', 'exit', 'page', 'board', 'post', 'browser', 'system', 'device', 'screen', 'language', 'app'] as const),
  ...(['bot', 'bot-page', 'search', 'search-empty', 'missing', 'missing-from', 'activity', 'post-comments'] as const),
] as const
export type SumKind = (typeof sumKinds)[number]

/** Kinds whose `name_id` is a number of its own, no name. */
export const numberedKinds: ReadonlySet<SumKind> = new Set(['weekhour', 'board', 'post', 'post-comments', 'activity'])

/**
 * Kinds that charts draw day by day, however far back: some fifty rows a day and board. Of all others a month that is over two years old keeps
 * its sums alone: a day of a large site has some five thousand of them.
 */
export const keptByDay: ReadonlySet<SumKind> = new Set(['weekhour', 'loyalty', 'membership', 'referrer-kind', 'device', 'activity'])

/** `name_id` of the kind `activity`. */
export const activities = { signUp: 1, post: 2, comment: 3, vote: 4 } as const

/** `name_id` under which stands whatever had no room of its own. */
export const OTHERS = 0
/** `board_id` of the sums of all boards and all other pages. */
export const WHOLE_SITE = 0

export type Span = 'day' | 'month' | 'year'

/** A row of `visit_sums`. */
export interface SumRow {
  kind: SumKind
  boardId: number
  span: Span
  /** The first day of the span. */
  day: Day
  nameId: number
  /** Browsers of a day; of a month and a year, those of its days added up. */
  visitors: number
  views: number
}
