import type { Db } from '../../../lib/db/db.ts'
import type { Mentions } from '../../../lib/html/mentions.ts'
import { memberPath } from '../../members/members.paths.ts'
import type { MemberRow } from '../../members/members.types.ts'
import type { Mention } from './mentions.types.ts'

/** Of whom these may be the names, in canonical form. */
export const findCalled = (db: Db, names: readonly string[]): Promise<Mention[]> =>
  db<MemberRow>('members')
    .whereIn('nicknameCanonical', names)
    .whereNot({ status: 'left' })
    .select('id as memberId', 'nicknameCanonical as name', 'nickname')

/** By comment, with the names that the members have now; who has left is called no more. */
export async function listMentions(db: Db, commentIds: readonly number[]): Promise<Map<number, Mention[]>> {
  const rows: (Mention & { commentId: number })[] = await db('comment_mentions as c')
    .join('members as m', 'm.id', 'c.memberId')
    .whereIn('c.commentId', commentIds)
    .whereNot('m.status', 'left')
    .select('c.commentId', 'c.memberId', 'c.name', 'm.nickname')
  return Map.groupBy(rows, ({ commentId }) => commentId)
}

export const pathsOf = (mentions: readonly Mention[]): Mentions =>
  new Map(mentions.map(({ name, nickname }) => [name, memberPath(nickname)]))
