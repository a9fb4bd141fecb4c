import { z } from 'zod'

/** Who is shown something: staff are those who may open the console. */
export const audiences = ['everyone', 'members', 'staff'] as const
export type Audience = (typeof audiences)[number]

const shown = (to: Audience) => z.enum(audiences).catch(to).default(to)
const tick = (value: boolean) => z.boolean().catch(value).default(value)
export const MOST_VISITORS = 4_000_000_000
export const rowDaysRange = [2, 400] as const

const count = z.number().int().min(0).max(MOST_VISITORS).catch(0).default(0)
/** One of something a line, as the owner wrote it. */
const lines = (max: number) => z.string().max(max).catch('').default('')
/** `2026-11-26`, or empty for none. */
const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .catch('')
  .default('')

/** How the counter looks on every page; `none` leaves it to the console and to those who ask for its figures. */
export const visitLooks = ['table', 'line', 'badge', 'digits', 'none'] as const
export type VisitLook = (typeof visitLooks)[number]

/** What an owner says about counting visitors, and about what is kept of them. */
export const visitSettings = {
  visitLook: z.enum(visitLooks).catch('table').default('table'),
  /** The counter on every page. */
  visitCounterFor: shown('everyone'),
  /** Who is here now, in the counter and on a page of its own. */
  visitOnlineFor: shown('everyone'),
  /** The ledger of closed days outside the console. */
  visitLedgerFor: shown('staff'),
  /** The statistics that name no page, outside the console. */
  visitStatisticsFor: shown('staff'),
  /** Whether owners get a mail on Mondays. */
  visitReport: tick(false),
  /** Whether other sites may show the counter, as far as everyone may see it. */
  visitBadge: tick(true),

  /** Visitors of a site before it moved here: added to the total. */
  visitStartTotal: count,
  /** Its best day, which stands until it is beaten, and when that was. */
  visitStartBest: count,
  visitStartBestDay: day,
  /** The counter leaves out days before this one, as before an opening; statistics show them. */
  visitCountFrom: day,

  /** Whether those who run the site are visitors of it. */
  visitCountStaff: tick(false),
  /** Addresses and ranges that are not counted, one a line. */
  visitUncountedAddresses: lines(10_000),
  /** Parts of names of programs that only this site meets: they are bots. One a line. */
  visitBotWords: lines(2_000),
  /** Of who sends "Do Not Track" or "Global Privacy Control", nothing is kept but that somebody came. */
  visitHonoursSignals: tick(true),

  /** How long single visits are kept; their sums stay. Whole addresses are never kept, by nobody's choice. */
  visitRowDays: z.number().int().min(rowDaysRange[0]).max(rowDaysRange[1]).catch(35).default(35),
}
