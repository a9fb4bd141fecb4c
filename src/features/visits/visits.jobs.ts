import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { dayOf, shiftDay } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { rollUpDay } from '../statistics/roll-up.service.ts'
import { rollUpSpans } from '../statistics/roll-up-spans.service.ts'
import { findLastDay, selectUnclosedDays } from './ledger.repository.ts'
import { enterInLedger } from './ledger.service.ts'
import { firstOpenDay, firstUnclosedDay } from './visits.policy.ts'
import { deleteRawRows, deleteVisitKey, forgetStrangers, selectKeyDaysBefore } from './visits.repository.ts'
import { suspectVisits } from './visits.service.ts'

const SLICE = 2_000
/** A page and its files come together; a line that breaks, or a phone that sleeps, takes longer. */
const PROOF_WITHIN_MS = 30 * 60_000

/** Of the days that are open, takes back whom no file of a page has proved within half an hour. @returns how many */
export async function suspectBots(ctx: AppContext): Promise<number> {
  const { zone } = await loadSettings(ctx)
  const now = ctx.clock.now()
  const seenBefore = new Date(now.getTime() - PROOF_WITHIN_MS)
  let suspected = 0
  for (let day = firstOpenDay(now, zone); day <= dayOf(now, zone); day = shiftDay(day, 1))
    suspected += await suspectVisits(ctx, day, seenBefore)
  return suspected
}

/**
 * Closes the days that are over, in their order: who proved nothing is taken back, the sums are made a last time, the ledger takes the day up, and
 * what could tell visitors without cookies apart is destroyed. The key goes last, and each step may be done twice: a run that breaks off
 * is taken up by the next one.
 * @returns how many days were closed
 */
export async function closeVisitDays(ctx: AppContext): Promise<number> {
  const { zone } = await loadSettings(ctx)
  const before = firstUnclosedDay(ctx.clock.now(), zone)
  const keyDays = await selectKeyDaysBefore(ctx.db, before)
  const days = [...new Set([...keyDays, ...(await selectUnclosedDays(ctx.db, await findLastDay(ctx.db), before))])].sort()
  for (const day of days) {
    await suspectVisits(ctx, day, ctx.clock.now())
    await rollUpDay(ctx, day, zone)
    await enterInLedger(ctx, day)
    await inSlices(SLICE, (limit) => deleteRawRows(ctx.db, 'visit_proofs', day, limit))
    await inSlices(SLICE, (limit) => forgetStrangers(ctx.db, day, limit))
    await deleteVisitKey(ctx.db, day)
  }
  await rollUpSpans(ctx, before)
  return days.length
}
