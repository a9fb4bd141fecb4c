import type { Db } from '../../../lib/db/db.ts'
import { namesCalledIn } from '../../../lib/html/markdown.ts'
import { findCalled, listMentions, pathsOf } from './mentions.read-models.ts'
import { deleteMentions, insertMentions, listCalling, outdateHtml } from './mentions.repository.ts'
import type { Mention } from './mentions.types.ts'

/**
 * Whom a text calls. In one that is changed a name that stood there means whom it meant: they may have given it up since, and another taken it.
 * @param before what the text called until now
 */
export async function readMentions(db: Db, body: string, before: readonly Mention[] = []): Promise<Mention[]> {
  const names = namesCalledIn(body)
  if (names.length === 0) return []
  const possible = new Map([...(await findCalled(db, names)), ...before].map((mention) => [mention.name, mention]))
  const called = namesCalledIn(body, pathsOf([...possible.values()]))
  return called.flatMap((name) => possible.get(name) ?? [])
}

export const mentionsOf = async (db: Db, commentId: number): Promise<Mention[]> =>
  (await listMentions(db, [commentId])).get(commentId) ?? []

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

/** Each once, whatever names they are called by. */
export const membersOf = (mentions: readonly Mention[]): number[] => [...new Set(mentions.map(({ memberId }) => memberId))]

const SLICE = 500

/** Links to a member lead to their new name as soon as the texts are made anew (`refreshComments`). */
export async function outdateMentionsOf(db: Db, memberId: number): Promise<void> {
  for (let after = 0; ; ) {
    const ids = await listCalling(db, memberId, after, SLICE)
    if (ids.length > 0) await outdateHtml(db, ids)
    const last = ids.at(-1)
    if (last === undefined || ids.length < SLICE) return
    after = last
  }
}
