import type { Db } from '../../../lib/db/db.ts'
import { type Mention, membersOf } from '../../mentions/mentions.types.ts'
import { deleteMentions, insertMentions } from './mentions.repository.ts'

/** Of new comments, in the transaction that stores them. */
export async function keepMentions(trx: Db, comments: readonly { commentId: number; mentions: readonly Mention[] }[]): Promise<void> {
  const rows = comments.flatMap(({ commentId, mentions }) => mentions.map(({ name, memberId }) => ({ commentId, name, memberId })))
  if (rows.length > 0) await insertMentions(trx, rows)
}

/** @returns who is called now and was not before */
export async function changeMentions(
  trx: Db,
  commentId: number,
  { before, mentions }: { before: readonly Mention[]; mentions: readonly Mention[] },
): Promise<number[]> {
  if (before.length > 0) await deleteMentions(trx, commentId)
  await keepMentions(trx, [{ commentId, mentions }])
  const known = new Set(before.map(({ memberId }) => memberId))
  return membersOf(mentions).filter((memberId) => !known.has(memberId))
}
