import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import type { Comment, Place } from '../comments/comments.types.ts'
import { findMemberName } from '../members/members.read-models.ts'
import { canUnmask } from './moderation.policy.ts'
import { recordAct } from './moderation.service.ts'

/** Whose anonymous words: of a post, or of a comment on it. */
export type Masked = Place & { comment: Pick<Comment, 'id' | 'authorId' | 'anonymous'> | null }

export const isMasked = ({ post, comment }: Masked): boolean => (comment ?? post).anonymous === 1

/**
 * Tells one administrator who wrote without a name, this once. That it was asked, by whom and why stands in the log; the name stands nowhere.
 * @returns null when the author has left
 */
export async function unmask(ctx: AppContext, viewer: Viewer, at: Masked, reason: string): Promise<string | null> {
  const { memberId } = viewer
  if (memberId === null || !canUnmask(viewer)) throw new Forbidden('administrators unmask', 'moderation.unmask.administratorsOnly')
  if (!isMasked(at)) throw new Conflict('nothing to unmask', 'moderation.stateChanged')
  const { board, post, comment } = at
  await inTransaction(ctx.db, (trx) =>
    recordAct(trx, {
      ...{ moderatorId: memberId, action: 'unmask', memberId: null, reason, createdAt: ctx.clock.now() },
      ...{ boardId: board.id, postId: post.id, commentId: comment?.id ?? null },
    }),
  )
  const authorId = (comment ?? post).authorId
  return authorId === null ? null : findMemberName(ctx.db, authorId)
}
