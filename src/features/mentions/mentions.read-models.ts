import type { Db } from '../../lib/db/db.ts'
import { type Dialect, namesCalledIn } from '../../lib/html/markdown.ts'
import type { Mentions } from '../../lib/html/mentions.ts'
import { memberPath } from '../members/members.paths.ts'
import type { MemberRow } from '../members/members.types.ts'
import type { Mention } from './mentions.types.ts'

/** Where the calls of comments and of posts are kept: each table is its own feature's to write. */
const kept = {
  comments: { table: 'comment_mentions', key: 'commentId' },
  posts: { table: 'post_mentions', key: 'postId' },
} as const

/**
 * Whom a text calls. In one that is changed a name that stood there means whom it meant: they may have given it up since, and another taken it.
 * @param before what the text called until now
 */
export async function readMentions(
  db: Db,
  { body, dialect }: { body: string; dialect: Dialect },
  before: readonly Mention[] = [],
): Promise<Mention[]> {
  const names = namesCalledIn(body, dialect)
  if (names.length === 0) return []
  const possible = new Map([...(await findCalled(db, names)), ...before].map((mention) => [mention.name, mention]))
  const called = namesCalledIn(body, dialect, pathsOf([...possible.values()]))
  return called.flatMap((name) => possible.get(name) ?? [])
}

/** Of whom these may be the names, in canonical form. */
const findCalled = (db: Db, names: readonly string[]): Promise<Mention[]> =>
  db<MemberRow>('members')
    .whereIn('nicknameCanonical', names)
    .whereNot({ status: 'left' })
    .select('id as memberId', 'nicknameCanonical as name', 'nickname')

/** By comment or post, with the names that the members have now; who has left is called no more. */
export async function listMentions(db: Db, of: Dialect, ids: readonly number[]): Promise<Map<number, Mention[]>> {
  const { table, key } = kept[of]
  const rows: (Mention & { textId: number })[] = await db(`${table} as c`)
    .join('members as m', 'm.id', 'c.memberId')
    .whereIn(`c.${key}`, ids)
    .whereNot('m.status', 'left')
    .select(`c.${key} as textId`, 'c.memberId', 'c.name', 'm.nickname')
  return Map.groupBy(rows, ({ textId }) => textId)
}

export const mentionsOf = async (db: Db, of: Dialect, id: number): Promise<Mention[]> => (await listMentions(db, of, [id])).get(id) ?? []

export const pathsOf = (mentions: readonly Mention[]): Mentions =>
  new Map(mentions.map(({ name, nickname }) => [name, memberPath(nickname)]))

const SLICE = 500

/** Texts that call a member, some at a time, in the order of their ids. */
export async function* textsCalling(db: Db, of: Dialect, memberId: number): AsyncGenerator<number[]> {
  const { table, key } = kept[of]
  for (let after = 0; ; ) {
    const rows: { id: number }[] = await db(table)
      .where({ memberId })
      .where(key, '>', after)
      .distinct(`${key} as id`)
      .orderBy('id')
      .limit(SLICE)
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) yield ids
    const last = ids.at(-1)
    if (last === undefined || ids.length < SLICE) return
    after = last
  }
}
