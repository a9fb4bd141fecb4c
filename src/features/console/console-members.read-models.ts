import type { AppContext, Reader } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import type { Member } from '../members/members.types.ts'
import { listActsForMember } from '../moderation/moderation.read-models.ts'
import type { MemberRow } from './console.types.ts'

const PAGE = 30

export interface FoundMembers {
  members: MemberRow[]
  /** Where the next page begins, null on the last. */
  olderThan: number | null
}

/**
 * Newest first. Each of the three names has an index that a prefix walks along; they are asked one by one, for over an OR the database
 * would read every member.
 */
export async function findMembers(ctx: AppContext, { q, before }: { q: string; before?: number | undefined }): Promise<FoundMembers> {
  const columns = ['id', 'nickname', 'login', 'email', 'level', 'status', 'createdAt'] as const
  const members = ctx.db<MemberRow>('members').modify((rows) => {
    if (before !== undefined) rows.where('id', '<', before)
    if (q) rows.whereIn('id', ctx.db.select('id').from(matching(ctx, q)))
  })
  const rows = await members
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .select(...columns)
  const page = rows.slice(0, PAGE)
  return { members: page, olderThan: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

function matching(ctx: AppContext, q: string) {
  const by = (column: string, prefix: string) => ctx.db('members').select('id').whereRaw("?? LIKE ? ESCAPE '|'", [column, prefix])
  return by('nicknameCanonical', prefixPattern(canonicalName(q)))
    .union([by('loginCanonical', prefixPattern(canonicalName(q))), by('emailCanonical', prefixPattern(q.normalize('NFKC').toLowerCase()))])
    .as('matching')
}

/** What was typed is text: its own % and _ mean themselves. */
const prefixPattern = (prefix: string): string => `${prefix.replace(/[|%_]/g, '|$&')}%`

/** @throws NotFound */
export async function loadMember(ctx: AppContext, reader: Reader, id: number) {
  const member = await ctx.db<Member>('members').where({ id }).first()
  if (!member) throw new NotFound(`no member ${id}`)
  return { member, acts: await listActsForMember(ctx, reader, id) }
}

export type LoadedMember = Awaited<ReturnType<typeof loadMember>>
