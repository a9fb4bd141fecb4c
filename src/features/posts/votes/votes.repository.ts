import type { Db } from '../../../lib/db/db.ts'
import type { Post } from '../posts.types.ts'
import { type VoteChoice, type VoteCounts, type VoteWish, voteValues } from './votes.types.ts'

/** Owns `post_votes` and its copies on the post. Call with the post's row held: the counts then can't miss or repeat one. */

interface Vote {
  postId: number
  memberId: number
  value: number
  createdAt: Date
}

export const findVote = async (trx: Db, at: Pick<Vote, 'postId' | 'memberId'>): Promise<number | null> =>
  (await trx<Vote>('post_votes').where(at).first('value'))?.value ?? null

/** One row a member and post, whatever they chose before. */
export async function keepVote(trx: Db, at: Pick<Vote, 'postId' | 'memberId'>, wish: VoteWish, createdAt: Date): Promise<void> {
  if (wish === 'none') await trx<Vote>('post_votes').where(at).delete()
  else
    await trx<Vote>('post_votes')
      .insert({ ...at, value: voteValues[wish], createdAt })
      .onConflict()
      .merge(['value', 'createdAt'])
}

/** @returns what the votes come to now */
export async function changeVoteCounts(
  trx: Db,
  post: Pick<Post, 'id' | 'voteCount' | 'downCount'>,
  { from, to }: { from: VoteChoice | null; to: VoteChoice | null },
): Promise<VoteCounts> {
  const by = (choice: VoteChoice) => Number(to === choice) - Number(from === choice)
  const counts = { voteCount: post.voteCount + by('up'), downCount: post.downCount + by('down') }
  await trx<Post>('posts').where({ id: post.id }).update(counts)
  return counts
}
