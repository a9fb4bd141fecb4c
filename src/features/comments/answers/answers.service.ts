import type { AppContext, Viewer } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { recordAct } from '../../moderation/moderation.service.ts'
import { holdPost, setAccepted } from '../../posts/posts.service.ts'
import { canAccept } from '../comments.policy.ts'
import { holdComment } from '../comments.repository.ts'
import type { Comment, Place } from '../comments.types.ts'
import { commentsChanged, numberChange } from '../live/live.service.ts'

/** Takes a comment as the answer to its question, in place of another if there is one; or takes that back. Who keeps order leaves a record. */
export async function acceptAnswer(
  ctx: AppContext,
  viewer: Viewer,
  { board, post, comment }: Place & { comment: Pick<Comment, 'id'> },
  wish: 'yes' | 'no',
): Promise<void> {
  const { memberId } = viewer
  await inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, post.id)
    const answer = held && (await holdComment(trx, comment.id))
    if (memberId === null || !answer || answer.postId !== held.id || !canAccept(viewer, { board, post: held }, answer))
      throw new Forbidden('may not accept this', 'comments.mayNotAccept')
    const isAccepted = held.acceptedCommentId === answer.id
    if (isAccepted === (wish === 'yes')) return
    await setAccepted(trx, held, wish === 'yes' ? answer.id : null)
    await numberChange(trx, held, [answer.id, ...(held.acceptedCommentId === null ? [] : [held.acceptedCommentId])])
    if (held.authorId === memberId) return
    const action = wish === 'yes' ? 'accept-answer' : 'withdraw-answer'
    const about = { boardId: board.id, postId: held.id, commentId: answer.id, memberId: answer.authorId }
    await recordAct(trx, { moderatorId: memberId, action, ...about, reason: '', createdAt: ctx.clock.now() })
  })
  commentsChanged(ctx, post.id)
}
