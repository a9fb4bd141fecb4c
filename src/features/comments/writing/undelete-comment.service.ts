import type { AppContext, Viewer } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { addToOutbox } from '../../../lib/events/outbox.ts'
import { Conflict, Forbidden } from '../../../lib/http/errors.ts'
import { changeCommentCount, setAccepted } from '../../posts/posts.service.ts'
import { ranksChanged } from '../../posts/ranks/ranks.service.ts'
import { attachCommentFiles } from '../../uploads/comment-files.service.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { canUndeleteComment } from '../comments.policy.ts'
import { holdComment, redrawThread, updateStatus } from '../comments.repository.ts'
import type { Comment, Place } from '../comments.types.ts'
import { holdReadablePost } from '../hold-place.service.ts'
import { commentsChanged, numberChange } from '../live/live.service.ts'
import { threadsChanged } from '../threads/thread-buckets.service.ts'
import { rootOf } from '../threads/thread-pages.types.ts'

/**
 * A deletion is taken back by who deleted, for a moment: the comment stands where it stood, with all that stood above it for its sake, and is the
 * accepted answer again unless another one is by now. What already stands there is no error: the second of two clicks gets the same answer.
 */
export async function undeleteComment(ctx: AppContext, viewer: Viewer, at: Place & { comment: Pick<Comment, 'id'> }): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    const { post } = await holdReadablePost(trx, viewer, at)
    const comment = await holdComment(trx, at.comment.id)
    if (!comment || comment.authorId !== viewer.memberId) throw new Forbidden("another member's comment")
    if (comment.status === 'visible') return
    if (!canUndeleteComment(viewer, comment, ctx.clock.now())) throw new Conflict('too late', 'comments.tooLateToUndelete')
    await updateStatus(trx, comment.id, 'visible')
    await numberChange(trx, post, [comment.id, ...(await redrawThread(trx, comment))])
    await threadsChanged(trx, post, [rootOf(comment.path)])
    const { id: commentId, body, authorId: ownerId } = comment
    if (ownerId !== null && fileKeysIn(body).length > 0)
      await attachCommentFiles(trx, { commentId, body, ownerId, postId: post.id }, ctx.clock.now())
    await changeCommentCount(trx, post, 1)
    if (comment.wasAccepted === 1 && post.acceptedCommentId === null) await setAccepted(trx, post, comment.id)
    await addToOutbox(trx, 'comment.restored', { commentId: comment.id, postId: post.id, boardId: at.board.id })
  })
  commentsChanged(ctx, at.post.id)
  await ranksChanged(ctx, [at.post.id])
}
