import { z } from 'zod'

/** Who is shown something: staff are those who may open the console. */
export const audiences = ['everyone', 'members', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** How the counter looks: rows as on GnuBoard, one line, a small label, digits in boxes. */
export const counterLooks = ['table', 'line', 'badge', 'digits'] as const
export type CounterLook = (typeof counterLooks)[number]

const shown = (to: Audience) => z.enum(audiences).catch(to).default(to)
const tick = (value: boolean) => z.boolean().catch(value).default(value)
const count = z.number().int().min(0).max(4_000_000_000).catch(0).default(0)
/** `2026-11-26`, or empty for none. */
const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .catch('')
  .default('')
const lines = (max: number) => z.array(z.string().max(60)).max(max).catch([]).default([])

/** Entries of either list: each is tried for every page that is counted. */
export const LIST_LENGTH = 500

/** What an owner says about counting visitors, and about what is kept of them. */
export const visitSettings = {
  visitLook: z.enum(counterLooks).catch('table').default('table'),
  visitCounterFor: shown('everyone'),
  /** The number of those who are here now, and the page that names those members who allow it. */
  visitOnlineFor: shown('everyone'),
  /** The statistics outside the console. */
  visitStatisticsFor: shown('staff'),
  /** The ledger of closed days outside the console. */
  visitLedgerFor: shown('staff'),
  /** Whether other sites may show the counter. */
  visitBadge: tick(true),

  /** Visitors of a site before it moved here: added to the total. */
  visitStartTotal: count,
  /** Its best day, which stands until it is beaten, and when that was. */
  visitStartBest: count,
  visitStartBestDay: day,
  /** The counter leaves out days before this one, as before an opening; statistics show them. */
  visitCountFrom: day,

  /** Whether those who may open the console are counted like others. */
  visitCountStaff: tick(false),
  /** Whose visits are not kept at all: addresses and ranges (CIDR), one an entry. */
  visitUncountedAddresses: lines(LIST_LENGTH),
  /** Parts of agents' names that mean a bot, in small letters: to be handed to `isDeclaredBot`. */
  visitBotWords: lines(LIST_LENGTH),
  /**
   * Do-Not-Track and Global Privacy Control: whoever sends one of them is counted like anybody else, but no facts and no masked address are kept
   * of them.
   */
  visitHonoursSignals: tick(false),
  /** How long single visits are kept; their sums stay. */
  visitRowDays: z.number().int().min(2).max(400).catch(35).default(35),
  /** How long whole addresses of visitors are kept; 0: they are never kept, only masked ones. */
  visitAddressDays: z.number().int().min(0).max(400).catch(0).default(0),

  /** A mail a week about the visitors. */
  visitReport: tick(false),
  /** Sunday is 0. */
  visitReportWeekday: z.number().int().min(0).max(6).catch(1).default(1),
  /** Empty: to the site's contact address. */
  visitReportTo: z.string().max(254).catch('').default(''),
}
