import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import type { Member, MemberRow } from './members.types.ts'

export interface MemberPost {
  slug: string
  number: number
  title: string
  commentCount: number
  createdAt: Date
}

export type Profile = Awaited<ReturnType<typeof loadProfile>>

const LATEST = 15
/** Beyond this a page says "1,000+": a count must not grow with the member's years. */
export const COUNT_LIMIT = 1_000

/** @throws NotFound for an unknown name and for who has left */
export async function loadProfile(ctx: AppContext, viewer: Viewer, nickname: string) {
  const member = await ctx
    .db<MemberRow>('members')
    .where({ nicknameCanonical: canonicalName(nickname) })
    .whereNot({ status: 'left' })
    .first()
  if (!member) throw new NotFound(`no member ${nickname}`)
  const [posts, postCount, commentCount] = await Promise.all([
    listPostsOf(ctx, viewer, member.id),
    countUpTo(ctx.db, 'posts', member.id),
    countUpTo(ctx.db, 'comments', member.id),
  ])
  return { member, posts, postCount, commentCount }
}

/** @throws NotFound */
export async function loadMember(db: Db, id: number): Promise<Member> {
  const member = await db<Member>('members').where({ id }).first()
  if (!member) throw new NotFound(`no member ${id}`)
  return member
}

/** Newest first, of the boards that the viewer may read. */
export async function listPostsOf(ctx: AppContext, viewer: Viewer, memberId: number): Promise<MemberPost[]> {
  const readable = (await listBoardsFor(ctx, viewer)).filter((board) => canReadOn(viewer, board))
  return ctx
    .db('posts as p')
    .join('boards as b', 'b.id', 'p.boardId')
    .where({ 'p.authorId': memberId, 'p.status': 'visible' })
    .whereIn(
      'p.boardId',
      readable.map((board) => board.id),
    )
    .orderBy('p.id', 'desc')
    .limit(LATEST)
    .select('b.slug', 'p.number', 'p.title', 'p.commentCount', 'p.createdAt')
}

async function countUpTo(db: Db, table: 'posts' | 'comments', authorId: number): Promise<number> {
  const newest = db(table).where({ authorId, status: 'visible' }).limit(COUNT_LIMIT).select('id').as('newest')
  const row = await db.count({ count: '*' }).from(newest).first()
  return Number((row as { count?: unknown } | undefined)?.count ?? 0)
}
