import type { Db } from '../../../lib/db/db.ts'
import type { Mention } from '../../mentions/mentions.types.ts'

/** Owns `post_mentions` and `told_mentions`. */

type MentionRow = Pick<Mention, 'memberId' | 'name'> & { postId: number }
type ToldRow = Omit<MentionRow, 'name'>

export const insertMentions = (trx: Db, rows: readonly MentionRow[]) => trx<MentionRow>('post_mentions').insert([...rows])

export const deleteMentions = (trx: Db, postId: number) => trx<MentionRow>('post_mentions').where({ postId }).delete()

/** Members whom a post calls and who were not told of it. */
export const listUntold = (trx: Db, postId: number): Promise<number[]> =>
  trx('post_mentions as c')
    .leftJoin('told_mentions as t', (on) => on.on('t.postId', 'c.postId').andOn('t.memberId', 'c.memberId'))
    .where('c.postId', postId)
    .whereNull('t.postId')
    .distinct()
    .orderBy('c.memberId')
    .pluck('c.member_id')

export const insertTold = (trx: Db, rows: readonly ToldRow[]) => trx<ToldRow>('told_mentions').insert([...rows])

/** Their markup is made anew as that of an older renderer is. */
export const outdateHtml = (trx: Db, postIds: readonly number[]) =>
  trx('post_bodies').whereIn('postId', postIds).update({ rendererVersion: 0 })
