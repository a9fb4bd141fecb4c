import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import type { Board } from '../boards/boards.types.ts'
import { canVoteFor } from './posts.policy.ts'
import { holdPost } from './posts.repository.ts'
import type { Post } from './posts.types.ts'
import { addVote, removeVote } from './votes.repository.ts'

/** `wish` is what the button said, so that however often it is pressed the outcome is the same. */
export async function vote(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  wish: 'add' | 'remove',
): Promise<void> {
  const { memberId } = viewer
  await inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, post.id)
    if (memberId === null || !held || !canVoteFor(viewer, board, held)) throw new Forbidden('may not vote for this', 'posts.mayNotVote')
    if (wish === 'add') await addVote(trx, { postId: post.id, memberId, createdAt: ctx.clock.now() })
    else await removeVote(trx, { postId: post.id, memberId })
  })
}
