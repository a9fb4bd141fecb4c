import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { deleteDraftsBefore } from './drafts.repository.ts'
import { dropFormsBefore } from './kept-forms.repository.ts'

const DAY_MS = 86_400_000
export const DRAFT_DAYS = 90
/** A page that is open for longer than this with a draft that has ended is one that was forgotten. */
const ENDED_DAYS = 7

export function purgeDrafts(ctx: AppContext): Promise<number> {
  const ago = (days: number) => new Date(ctx.clock.now().getTime() - days * DAY_MS)
  return inSlices(500, (limit) => deleteDraftsBefore(ctx.db, { saved: ago(DRAFT_DAYS), ended: ago(ENDED_DAYS) }, limit))
}

/** What was sent by somebody who never logged in again. */
export function purgeKeptForms(ctx: AppContext): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - DAY_MS)
  return inSlices(1_000, (limit) => dropFormsBefore(ctx.db, before, limit))
}
