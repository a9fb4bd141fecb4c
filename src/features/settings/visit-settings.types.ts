import { z } from 'zod'

/** Who is shown something: staff are those who may open the console. */
export const audiences = ['everyone', 'members', 'staff'] as const
export type Audience = (typeof audiences)[number]

const shown = (to: Audience) => z.enum(audiences).catch(to).default(to)
const tick = (value: boolean) => z.boolean().catch(value).default(value)
const count = z.number().int().min(0).max(4_000_000_000).catch(0).default(0)
/** `2026-11-26`, or empty for none. */
const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .catch('')
  .default('')

/** What an owner says about counting visitors, and about what is kept of them. */
export const visitSettings = {
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

  /** How long single visits are kept; their sums stay. */
  visitRowDays: z.number().int().min(2).max(400).catch(35).default(35),
  /** How long whole addresses of visitors are kept; 0: they are never kept, only masked ones. */
  visitAddressDays: z.number().int().min(0).max(400).catch(0).default(0),
}
