import type { AppContext, Viewer } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import type { Board } from '../../boards/boards.types.ts'
import { changeListing } from '../lists/page-index.repository.ts'
import { canVoteAgainst, canVoteFor } from '../posts.policy.ts'
import { holdPost } from '../posts.repository.ts'
import type { Post } from '../posts.types.ts'
import { ranksChanged } from '../ranks/ranks.service.ts'
import { changeVoteCounts, findVote, keepVote } from './votes.repository.ts'
import { choiceOf, type VoteCounts, type VoteWish, voteValues } from './votes.types.ts'

/**
 * `wish` is what the button said, so that however often it is pressed the outcome is the same.
 * @returns what it comes to
 */
export async function vote(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  wish: VoteWish,
): Promise<VoteCounts & { ownVote: number | null }> {
  const { memberId } = viewer
  const may = wish === 'down' ? canVoteAgainst : canVoteFor
  const outcome = await inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, post.id)
    if (memberId === null || !held || !may(viewer, board, held)) throw new Forbidden('may not vote for this', 'posts.mayNotVote')
    const at = { postId: held.id, memberId }
    const from = choiceOf(await findVote(trx, at))
    const to = wish === 'none' ? null : wish
    const ownVote = to && voteValues[to]
    if (from === to) return { ...held, ownVote }
    const now = ctx.clock.now()
    await keepVote(trx, at, wish, now)
    const counts = await changeVoteCounts(trx, held, { from, to })
    // Once popular it stays so: a list that posts leave again with each vote taken back could not be read page by page.
    if (isLifted(board, held, counts)) await changeListing(trx, held.id, { popularAt: now })
    return { ...counts, ownVote }
  })
  await ranksChanged(ctx, [post.id])
  return outcome
}

/** A secret post is lifted into no list that others read. */
const isLifted = (board: Board, post: Post, { voteCount }: VoteCounts): boolean =>
  board.popularVotes > 0 && post.popularAt === null && post.secret === 0 && voteCount >= board.popularVotes
