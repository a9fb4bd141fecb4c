import type { Db } from '../../lib/db/db.ts'

/** Owns `post_votes` and its copy on the post. Call with the post's row held: the count then can't miss or repeat one. */

/** @returns whether there was none yet */
export async function addVote(trx: Db, vote: { postId: number; memberId: number; createdAt: Date }): Promise<boolean> {
  const { postId, memberId } = vote
  if (await trx('post_votes').where({ postId, memberId }).first('postId')) return false
  await trx('post_votes').insert(vote)
  await trx('posts').where({ id: postId }).increment('voteCount', 1)
  return true
}

/** @returns whether there was one */
export async function removeVote(trx: Db, { postId, memberId }: { postId: number; memberId: number }): Promise<boolean> {
  if ((await trx('post_votes').where({ postId, memberId }).delete()) === 0) return false
  await trx('posts').where({ id: postId }).decrement('voteCount', 1)
  return true
}
