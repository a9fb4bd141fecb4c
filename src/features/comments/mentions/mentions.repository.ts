import type { Db } from '../../../lib/db/db.ts'
import type { Mention } from '../../mentions/mentions.types.ts'
import type { Comment } from '../comments.types.ts'

/** Owns `comment_mentions`. */

type MentionRow = Pick<Mention, 'memberId' | 'name'> & { commentId: number }

export const insertMentions = (trx: Db, rows: readonly MentionRow[]) => trx<MentionRow>('comment_mentions').insert([...rows])

export const deleteMentions = (trx: Db, commentId: number) => trx<MentionRow>('comment_mentions').where({ commentId }).delete()

/** Their markup is made anew as that of an older renderer is. */
export const outdateHtml = (trx: Db, ids: readonly number[]) => trx<Comment>('comments').whereIn('id', ids).update({ rendererVersion: 0 })
