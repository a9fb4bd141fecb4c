import type { AppContext, Viewer } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { recordAct } from '../../moderation/moderation.service.ts'
import type { CommentRow, Place } from '../comments.types.ts'
import { canPurgeCommentHistory } from './comment-history.policy.ts'
import { blankRevisions } from './comment-history.repository.ts'

/**
 * Takes all that a comment said before away for good; what it says now stays.
 * @returns false when there was nothing left to take
 */
export async function purgeWords(
  ctx: AppContext,
  viewer: Viewer,
  at: Place & { comment: CommentRow },
  { reason }: { reason: string },
): Promise<boolean> {
  const { board, post, comment } = at
  const { memberId: moderatorId } = viewer
  if (moderatorId === null || !canPurgeCommentHistory(viewer, at, comment)) {
    throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
  }
  return inTransaction(ctx.db, async (trx) => {
    if ((await blankRevisions(trx, comment.id)) === 0) return false
    const about = { boardId: board.id, postId: post.id, commentId: comment.id, memberId: comment.authorId }
    await recordAct(trx, { moderatorId, action: 'purge-version', ...about, reason, createdAt: ctx.clock.now() })
    return true
  })
}
