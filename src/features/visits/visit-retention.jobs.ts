import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { dayOf, shiftDay } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { selectUsedNames } from '../statistics/sums.read-models.ts'
import { findLastDay } from './ledger.repository.ts'
import { deleteUnused, selectUnused } from './visit-names.repository.ts'
import { deleteRawRows, selectRawDays } from './visits.repository.ts'

const SLICE = 2_000
/** A writer that was given an id uses it within seconds; a week forgives a clock and a process that slept. */
const UNUSED_DAYS = 7

/** Drops single visits that are older than the owner keeps them, of days that the ledger has taken up. @returns how many rows went */
export async function dropOldVisits(ctx: AppContext): Promise<number> {
  const { zone, visitRowDays } = await loadSettings(ctx)
  const lastClosed = await findLastDay(ctx.db)
  if (lastClosed === null) return 0
  const before = [shiftDay(dayOf(ctx.clock.now(), zone), -visitRowDays), shiftDay(lastClosed, 1)].sort()[0] ?? ''
  let dropped = 0
  for (const table of ['visit_pages', 'visit_events', 'visits'] as const) {
    for (const day of await selectRawDays(ctx.db, table, before))
      dropped += await inSlices(SLICE, (limit) => deleteRawRows(ctx.db, table, day, limit))
  }
  return dropped
}

/**
 * Drops names that nothing stands under any more. Single visits need no look: whatever they name was given out on their day or later, and only
 * names older than the oldest of them go. A writer that asks for a name while we look moves its day, and the statement that drops asks for it.
 * @returns how many went
 */
export async function dropUnusedNames(ctx: AppContext): Promise<number> {
  const today = dayOf(ctx.clock.now(), 'UTC')
  const oldest =
    [...(await selectRawDays(ctx.db, 'visits', today)), ...(await selectRawDays(ctx.db, 'visit_events', today))].sort()[0] ?? today
  const before = shiftDay(oldest, -UNUSED_DAYS)
  const used = await selectUsedNames(ctx.db)
  let dropped = 0
  for (let after = 0; ; ) {
    const ids = await selectUnused(ctx.db, before, after, SLICE)
    const unused = ids.filter((id) => !used.has(id))
    if (unused.length > 0) dropped += await deleteUnused(ctx.db, unused, before)
    after = ids.at(-1) ?? after
    if (ids.length < SLICE) return dropped
  }
}
