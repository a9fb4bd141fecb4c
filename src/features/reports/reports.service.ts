import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { type Limit, takePoint } from '../../lib/http/limits.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { canModerate } from '../moderation/moderation.policy.ts'
import { recordAct } from '../moderation/moderation.service.ts'
import { canReportComment, canReportPost } from './reports.policy.ts'
import { findReported, OPEN_REPORTS_MEMORY_KEY } from './reports.read-models.ts'
import * as repository from './reports.repository.ts'
import type { Report, Reported } from './reports.types.ts'

/** Enough for who cleans up after a spammer, too few for who floods the staff. */
const REPORTS: Limit = { name: 'report', points: 30, seconds: 3_600 }

/** @throws Forbidden for one's own words and what is away already */
export async function report(
  ctx: AppContext,
  viewer: Viewer,
  reported: Reported,
  { reason, note }: Pick<Report, 'reason' | 'note'>,
): Promise<void> {
  const { post, comment } = reported
  const may = comment ? canReportComment(viewer, reported, comment) : canReportPost(viewer, reported)
  if (viewer.memberId === null || !may) throw new Forbidden('may not report this', 'reports.mayNot')
  await takePoint(ctx.redis, REPORTS, String(viewer.memberId))
  const at = { postId: post.id, commentId: comment?.id ?? 0, reporterId: viewer.memberId }
  await repository.insertReport(ctx.db, { ...at, reason, note, createdAt: ctx.clock.now() })
  await ctx.memory.forget(OPEN_REPORTS_MEMORY_KEY)
}

export const hasReported = async (ctx: AppContext, viewer: Viewer, { post, comment }: Reported): Promise<boolean> =>
  viewer.memberId !== null &&
  (await repository.findReport(ctx.db, { postId: post.id, commentId: comment?.id ?? 0, reporterId: viewer.memberId })) !== undefined

/**
 * Somebody who keeps order has looked at all reports of one post or comment; the log keeps who.
 * @returns false when another was faster
 */
export async function closeReports(ctx: AppContext, viewer: Viewer, at: Pick<Report, 'postId' | 'commentId'>): Promise<boolean> {
  const target = await findReported(ctx.db, at)
  const board = (await listAllBoards(ctx)).find(({ id }) => id === target?.boardId)
  // Not to be told from what is not there.
  if (viewer.memberId === null || !target || !board || !canModerate(viewer, board)) throw new NotFound('no such report')
  const moderatorId = viewer.memberId
  const closed = await inTransaction(ctx.db, async (trx) => {
    const now = ctx.clock.now()
    if ((await repository.closeReports(trx, at, { closedAt: now, closedBy: moderatorId, outcome: 'seen' })) === 0) return false
    const about = { boardId: board.id, postId: at.postId, commentId: at.commentId || null, memberId: target.authorId }
    await recordAct(trx, { moderatorId, action: 'close-reports', ...about, reason: '', createdAt: now })
    return true
  })
  await ctx.memory.forget(OPEN_REPORTS_MEMORY_KEY)
  return closed
}
