import type { Db } from '../../../lib/db/db.ts'
import type { Comment } from '../comments.types.ts'
import type { Mention } from './mentions.types.ts'

/** Owns `comment_mentions`. */

type MentionRow = Pick<Mention, 'memberId' | 'name'> & { commentId: number }

export const insertMentions = (trx: Db, rows: readonly MentionRow[]) => trx<MentionRow>('comment_mentions').insert([...rows])

export const deleteMentions = (trx: Db, commentId: number) => trx<MentionRow>('comment_mentions').where({ commentId }).delete()

/** Comments that call a member, in the order of their ids. */
export const listCalling = (db: Db, memberId: number, after: number, limit: number): Promise<number[]> =>
  db<MentionRow>('comment_mentions')
    .where({ memberId })
    .where('commentId', '>', after)
    .distinct()
    .orderBy('commentId')
    .limit(limit)
    .pluck('comment_id')

/** Their markup is made anew as that of an older renderer is. */
export const outdateHtml = (trx: Db, ids: readonly number[]) => trx<Comment>('comments').whereIn('id', ids).update({ rendererVersion: 0 })
