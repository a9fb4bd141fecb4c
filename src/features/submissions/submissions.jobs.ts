import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { deleteSubmissionsBefore } from './submissions.repository.ts'

/** A form that was opened longer ago than this is not sent a second time by a click or a retry. */
const KEPT_MS = 7 * 86_400_000

export const purgeSubmissions = (ctx: AppContext): Promise<number> => {
  const before = new Date(ctx.clock.now().getTime() - KEPT_MS)
  return inSlices(1_000, (limit) => deleteSubmissionsBefore(ctx.db, before, limit))
}
