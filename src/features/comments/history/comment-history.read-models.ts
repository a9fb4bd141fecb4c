import type { AppContext, Viewer } from '../../../context.ts'
import { NotFound } from '../../../lib/http/errors.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { canSeeBody } from '../comments.policy.ts'
import { loadDrawnComment } from '../comments.read-models.ts'
import type { CommentRow, Place } from '../comments.types.ts'
import { canSeeCommentHistory } from './comment-history.policy.ts'
import type { CommentRevision } from './comment-history.types.ts'

export type CommentHistory = Place & { comment: CommentRow; revisions: CommentRevision[] }

/** @throws NotFound also to whom the comment is shown, but not what it once said */
export async function loadCommentHistory(
  ctx: AppContext,
  viewer: Viewer,
  at: { board: string; number: number; comment: number },
): Promise<CommentHistory> {
  const place = await loadPlace(ctx, viewer, at)
  const comment = await loadDrawnComment(ctx, place, at.comment)
  if (!canSeeCommentHistory(viewer, place, comment)) throw new NotFound('no history for this viewer')
  const revisions = await ctx
    .db<CommentRevision>('comment_revisions')
    .where({ commentId: comment.id })
    .orderBy('version', 'desc')
    .select('version', 'body', 'secret', 'changedAt', 'commentId')
  return { ...place, comment, revisions: revisions.filter(({ secret }) => canSeeBody(viewer, place, { ...comment, secret })) }
}
