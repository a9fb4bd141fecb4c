import type { Day } from '../../lib/time/zone.ts'
import type { VisitNumbers } from '../visits/visits.read-models.ts'
import type { CountedBy, VisitDay } from '../visits/visits.types.ts'
import type { SpeedFigures } from './speed.types.ts'
import type { NamedDay, NamedSums, RankedName, Ranking } from './sums.read-models.ts'

export const statisticsPages = ['overview', 'times', 'sources', 'pages', 'readers', 'bots', 'searches', 'speed'] as const
/** `open`: for readers of the site. */
export type StatisticsPageName = (typeof statisticsPages)[number] | 'open'

export const periods = ['7', '30', '90', '365', 'all'] as const
export type Period = (typeof periods)[number]
/** `days`: those from a day on that somebody chose, as many as are looked at. */
export const comparisons = ['before', 'year', 'days', 'none'] as const
export type Comparison = (typeof comparisons)[number]

/** What was asked for, as far as it makes sense. */
export interface AskedRange {
  period?: Period | undefined
  from?: Day | undefined
  to?: Day | undefined
  compare: Comparison
  compareFrom?: Day | undefined
  board?: string | undefined
}

/** Days, both ends included. */
export interface Stretch {
  from: Day
  to: Day
}

export interface Range extends Stretch {
  /** null: two days were asked for. */
  period: Period | null
  compare: Comparison
  /** The days beside which these are shown. */
  beside: Stretch | null
}

/** Kinds that charts draw day by day. */
export type DailyKind = 'loyalty' | 'membership' | 'referrer-kind'

export type HourOfWeek = Pick<RankedName, 'nameId' | 'visitors'>

export interface DayNote {
  id: number
  day: Day
  text: string
}

/** A day's figures; bots are those of the whole site. */
export interface CountedDay extends VisitDay, CountedBy {
  /** Of a day that was counted elsewhere. */
  importId: number | null
  declaredBots: number
  suspectedBots: number
  botViews: number
}

/** Of an imported day it may be unknown how much was read: whoever was there read something. */
export const isRead = ({ pageViews }: CountedDay): boolean => pageViews > 0

export interface BoardChoice {
  id: number
  slug: string
  name: string
}

export interface PostTitle {
  id: number
  title: string
}

/** The address of a page for other days or another board; or of a section's CSV. */
export type PathOf = (asked: Partial<AskedRange>, section?: string) => string

/** Of which days a section is, and where its page stands. */
export type Frame = Pick<Statistics, 'range' | 'today' | 'firstDay' | 'board' | 'pathOf'>

export interface Statistics {
  pathOf: PathOf
  page: StatisticsPageName
  range: Range
  today: Day
  /** The day that counting began; null: nobody was here yet. */
  firstDay: Day | null
  figures: VisitNumbers
  /** Oldest first. A day that is missing was not counted: that is not a day with nobody. */
  days: CountedDay[]
  besideDays: CountedDay[]
  /** Page views that could not be kept, by hour. */
  gaps: { day: Day; hour: number; lost: number }[]
  /** By the id of the section. */
  rankings: Map<string, Ranking>
  /** What the same names came to in the days beside, by the id of the section. */
  besideNames: Map<string, NamedSums>
  hours: readonly HourOfWeek[]
  /** Empty where not all of those days were counted. */
  besideHours: readonly HourOfWeek[]
  named: Map<DailyKind, NamedDay[]>
  activity: NamedDay[]
  besideActivity: NamedDay[]
  /** What the owner wrote about days. */
  notes: DayNote[]
  board: BoardChoice | null
  boards: BoardChoice[]
  posts: Map<number, PostTitle>
  /** On its own page. */
  speed: SpeedFigures | null
}
