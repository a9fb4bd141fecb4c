import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { type Day, dayOf } from '../../lib/time/zone.ts'
import { sumSpeed } from '../visits/visit-speed.service.ts'
import { roomFor } from './day-sums.policy.ts'
import { firstNamedDay, firstOfYear, nextMonth, nextYear } from './spans.policy.ts'
import { listCountedMonths } from './sums.read-models.ts'
import { deleteDaysBefore, listSpans, markSpan, selectBoardsOf, sumSpan } from './sums.repository.ts'
import { keptByDay, sumKinds, WHOLE_SITE } from './sums.types.ts'

const SLICE = 2_000

/**
 * Sums up every month and year that is over and is not yet: whether it ended yesterday or while no worker ran, and whether its last day had
 * visitors or not.
 * @param openFrom the first day that is not closed
 */
export async function rollUpSpans(ctx: AppContext, openFrom: Day): Promise<void> {
  const months = (await listCountedMonths(ctx.db, openFrom)).filter((month) => nextMonth(month) <= openFrom)
  const done = await listSpans(ctx.db, 'month')
  for (const month of months) if (!done.has(month)) await sumMonth(ctx, month)
  const years = [...new Set(months.map(firstOfYear))].filter((year) => nextYear(year) <= openFrom)
  const yearsDone = await listSpans(ctx.db, 'year')
  for (const year of years) if (!yearsDone.has(year)) await sumYear(ctx, year)
}

export const sumMonth = (ctx: AppContext, month: Day): Promise<void> => sumUp(ctx, 'month', month)
export const sumYear = (ctx: AppContext, year: Day): Promise<void> => sumUp(ctx, 'year', year)

/** Kind by kind, so that no statement takes long; statistics read it when all are there. */
async function sumUp({ db, clock }: AppContext, span: 'month' | 'year', day: Day): Promise<void> {
  const of = span === 'month' ? ({ span: 'day', before: nextMonth(day) } as const) : ({ span: 'month', before: nextYear(day) } as const)
  for (const kind of sumKinds) {
    const room = { room: roomFor(kind, WHOLE_SITE, span), roomOfBoard: roomFor(kind, 1, span) }
    await inTransaction(db, (trx) => sumSpan(trx, { kind, span, day }, of, room))
  }
  await sumSpeed(db, span, day, of)
  await markSpan(db, span, day, clock.now())
}

/**
 * Drops names of days whose month has been summed and is over two years old. What stays of a site with ten boards and a million visitors a day:
 * at most 25 months × 30 days × 6,500 rows of names, 120 months × 10,000, ten years × 15,000, and for ever 50 rows a day and board: about
 * eight million rows after ten years, half a gigabyte.
 * @returns how many rows went
 */
export async function dropOldNames(ctx: AppContext): Promise<number> {
  const before = firstNamedDay(dayOf(ctx.clock.now(), 'UTC'))
  const done = await listSpans(ctx.db, 'month')
  const unsummed = (await listCountedMonths(ctx.db, before)).find((month) => !done.has(month))
  let dropped = 0
  for (const kind of sumKinds) {
    if (keptByDay.has(kind)) continue
    for (const boardId of await selectBoardsOf(ctx.db, kind))
      dropped += await inSlices(SLICE, (limit) => deleteDaysBefore(ctx.db, kind, boardId, unsummed ?? before, limit))
  }
  return dropped
}
