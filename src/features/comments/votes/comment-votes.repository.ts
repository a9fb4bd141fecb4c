import type { Db } from '../../../lib/db/db.ts'
import { type VoteChoice, type VoteCounts, type VoteWish, voteValues } from '../../posts/votes/votes.types.ts'
import type { Comment } from '../comments.types.ts'

/** Owns `comment_votes` and its copies on the comment. Call with the post's row held: the counts then can't miss or repeat one. */

interface Vote {
  commentId: number
  memberId: number
  value: number
  createdAt: Date
}

type At = Pick<Vote, 'commentId' | 'memberId'>

export const findVote = async (trx: Db, at: At): Promise<number | null> =>
  (await trx<Vote>('comment_votes').where(at).first('value'))?.value ?? null

/** One row a member and comment, whatever they chose before. */
export async function keepVote(trx: Db, at: At, wish: VoteWish, createdAt: Date): Promise<void> {
  if (wish === 'none') await trx<Vote>('comment_votes').where(at).delete()
  else
    await trx<Vote>('comment_votes')
      .insert({ ...at, value: voteValues[wish], createdAt })
      .onConflict()
      .merge(['value', 'createdAt'])
}

/** @returns what the votes come to now */
export async function changeVoteCounts(
  trx: Db,
  comment: Pick<Comment, 'id' | 'voteCount' | 'downCount'>,
  { from, to }: { from: VoteChoice | null; to: VoteChoice | null },
): Promise<VoteCounts> {
  const by = (choice: VoteChoice) => Number(to === choice) - Number(from === choice)
  const counts = { voteCount: comment.voteCount + by('up'), downCount: comment.downCount + by('down') }
  await trx<Comment>('comments').where({ id: comment.id }).update(counts)
  return counts
}
