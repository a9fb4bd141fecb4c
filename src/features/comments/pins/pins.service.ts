import type { AppContext, Viewer } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { recordAct } from '../../moderation/moderation.service.ts'
import { holdPost, setPinnedComment } from '../../posts/posts.service.ts'
import { canPinComment } from '../comments.policy.ts'
import { holdComment } from '../comments.repository.ts'
import type { Comment, Place } from '../comments.types.ts'
import { commentsChanged, numberChange } from '../live/live.service.ts'

/** Puts a comment above all others of its post, in place of another if there is one; or takes that back. Who keeps order leaves a record. */
export async function pinComment(
  ctx: AppContext,
  viewer: Viewer,
  { board, post, comment }: Place & { comment: Pick<Comment, 'id'> },
  wish: 'yes' | 'no',
): Promise<void> {
  const { memberId } = viewer
  await inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, post.id)
    const pinned = held && (await holdComment(trx, comment.id))
    if (memberId === null || !pinned || pinned.postId !== held.id || !canPinComment(viewer, { board, post: held }, pinned))
      throw new Forbidden('may not pin this', 'comments.mayNotPin')
    const isPinned = held.pinnedCommentId === pinned.id
    if (isPinned === (wish === 'yes')) return
    await setPinnedComment(trx, held, wish === 'yes' ? pinned.id : null)
    await numberChange(trx, held, [pinned.id, ...(held.pinnedCommentId === null ? [] : [held.pinnedCommentId])])
    if (held.authorId === memberId) return
    const action = wish === 'yes' ? 'pin-comment' : 'unpin-comment'
    const about = { boardId: board.id, postId: held.id, commentId: pinned.id, memberId: pinned.authorId }
    await recordAct(trx, { moderatorId: memberId, action, ...about, reason: '', createdAt: ctx.clock.now() })
  })
  commentsChanged(ctx, post.id)
}
