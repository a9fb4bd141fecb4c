import type { DailyKind, StatisticsPageName } from './statistics.types.ts'
import type { SumKind } from './sums.types.ts'

/** A section that ranks the names of a kind. */
export interface RankingSection {
  id: string
  kind: SumKind
  by: 'visitors' | 'views'
  limit: number
}

const LONG = 20
const SHORT = 10
/** A file has room. */
const IN_CSV = 1_000
const ranked = (kind: SumKind, by: RankingSection['by'] = 'visitors', limit = LONG): RankingSection => ({ id: kind, kind, by, limit })

/** Bots, searches and pages that aren't there have no visitors of their own: they are counted by the times. */
export const rankingsOf: Record<StatisticsPageName, readonly RankingSection[]> = {
  overview: [
    ranked('referrer-kind'),
    ranked('referrer', 'visitors', SHORT),
    ranked('page', 'views', SHORT),
    ranked('post', 'visitors', SHORT),
  ],
  times: [],
  sources: [ranked('referrer-kind'), ranked('referrer'), ranked('referrer-page'), ranked('words'), ranked('campaign')],
  pages: [
    ...[ranked('landing'), ranked('exit'), ranked('page', 'views'), ranked('board')],
    ...[ranked('post'), { ...ranked('post', 'views'), id: 'post-views' }, ranked('post-comments', 'views')],
  ],
  readers: [
    ...[ranked('loyalty'), ranked('membership'), ranked('device'), ranked('app')],
    ...[ranked('browser'), ranked('system'), ranked('screen'), ranked('language')],
  ],
  // It names no page, title or word: what may be read by whom is no question then.
  open: [ranked('referrer-kind'), ranked('device'), ranked('browser'), ranked('language')],
  bots: [ranked('bot', 'views'), ranked('bot-page', 'views')],
  speed: [],
  searches: [ranked('search', 'views'), ranked('search-empty', 'views'), ranked('missing', 'views'), ranked('missing-from', 'views')],
}

/** How many names of a section are shown, or stand in its CSV. */
export const limitOf = ({ limit }: RankingSection, asCsv: boolean): number => (asCsv ? IN_CSV : limit)

/** Sections that name posts. */
export const rankedPosts: readonly string[] = ['post', 'post-views', 'post-comments']

/** Pages that show hours of the week. */
export const hasHours: ReadonlySet<StatisticsPageName> = new Set(['times', 'open'])

/** What a page draws day by day. */
export const dailyOf: Partial<Record<StatisticsPageName, readonly DailyKind[]>> = {
  sources: ['referrer-kind'],
  readers: ['loyalty', 'membership'],
}

/** Kinds that are counted by times alone. */
export const countsTimes: ReadonlySet<SumKind> = new Set(['post-comments', 'search', 'search-empty', 'missing', 'missing-from'])

/** Pages whose figures are kept for each board as well. */
export const hasBoards: ReadonlySet<StatisticsPageName> = new Set(['overview', 'times', 'sources', 'pages', 'readers'])

/** Which kind stays that of the whole site, whatever board is asked for. */
export const ofWholeSite: ReadonlySet<SumKind> = new Set([
  'board',
  'bot',
  'bot-page',
  'screen',
  'search',
  'search-empty',
  'missing',
  'missing-from',
])
