import type { AppContext, Viewer } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { choiceOf, type VoteCounts, type VoteWish, voteValues } from '../../posts/votes/votes.types.ts'
import { canVoteAgainstComment, canVoteForComment } from '../comments.policy.ts'
import { holdComment } from '../comments.repository.ts'
import type { Comment, Place } from '../comments.types.ts'
import { holdReadablePost } from '../hold-place.service.ts'
import { numberChange, votesChanged } from '../live/live.service.ts'
import { threadsChanged } from '../threads/thread-buckets.service.ts'
import { changeVoteCounts, findVote, keepVote } from './comment-votes.repository.ts'

/**
 * `wish` is what the button said, so that however often it is pressed the outcome is the same.
 * @returns what it comes to
 */
export async function voteOnComment(
  ctx: AppContext,
  viewer: Viewer,
  at: Place & { comment: Pick<Comment, 'id'> },
  wish: VoteWish,
): Promise<VoteCounts & { ownVote: number | null }> {
  const { memberId } = viewer
  const may = wish === 'down' ? canVoteAgainstComment : canVoteForComment
  const counts = await inTransaction(ctx.db, async (trx) => {
    const place = await holdReadablePost(trx, viewer, at)
    const held = await holdComment(trx, at.comment.id)
    if (memberId === null || !held || !may(viewer, place, held)) throw new Forbidden('may not vote for this', 'comments.mayNotVote')
    const vote = { commentId: held.id, memberId }
    const from = choiceOf(await findVote(trx, vote))
    const to = wish === 'none' ? null : wish
    const ownVote = to && voteValues[to]
    if (from === to) return { voteCount: held.voteCount, downCount: held.downCount, ownVote }
    await keepVote(trx, vote, wish, ctx.clock.now())
    const counts = await changeVoteCounts(trx, held, { from, to })
    if (held.parentId === null) await threadsChanged(trx, place.post, [held.number])
    await numberChange(trx, place.post, [held.id])
    return { ...counts, ownVote }
  })
  votesChanged(ctx, at.post.id)
  return counts
}
