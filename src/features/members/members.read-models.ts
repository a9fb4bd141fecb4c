import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { TextWithStickers } from '../../lib/html/stickers.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { isMuted } from '../mutes/mutes.read-models.ts'
import { boardsShownElsewhere } from '../posts/overview.read-models.ts'
import { whereReadable } from '../posts/readable-posts.read-models.ts'
import { withStickers } from '../stickers/stickers.read-models.ts'
import { hasMailbox, type Member, type MemberRow, OWNER_LEVEL } from './members.types.ts'

export interface MemberPost {
  slug: string
  number: number
  title: string
  commentCount: number
  createdAt: Date
  /** One that waits, or is private, is listed to its author alone. */
  status: 'visible' | 'pending' | 'private' | 'withdrawn'
}

export interface MemberComment extends TextWithStickers {
  slug: string
  number: number
  /** Of the post. */
  title: string
  commentNumber: number
  createdAt: Date
}

export type Profile = Awaited<ReturnType<typeof loadProfile>>

/** Who is no member may not call themselves like one. */
export const isNicknameTaken = async (db: Db, nickname: string): Promise<boolean> =>
  (await db<MemberRow>('members')
    .where({ nicknameCanonical: canonicalName(nickname) })
    .first('id')) !== undefined

const LATEST = 10
/** Beyond this a page says "1,000+": a count must not grow with the member's years. */
export const COUNT_LIMIT = 1_000

/** @throws NotFound for an unknown name and for who has left */
export async function loadProfile(ctx: AppContext, viewer: Viewer, nickname: string) {
  const member = await loadShownMember(ctx.db, nickname)
  const boardIds = (await boardsShownElsewhere(ctx, viewer)).map(({ id }) => id)
  const [postCount, commentCount, muted] = await Promise.all([
    countPosts(ctx.db, boardIds, member.id),
    countComments(ctx.db, boardIds, member.id),
    isMuted(ctx.db, viewer, member.id),
  ])
  return { member, postCount, commentCount, muted }
}

/** @throws NotFound for an unknown name and for who has left */
export async function loadShownMember(db: Db, nickname: string): Promise<Member> {
  const member = await db<MemberRow>('members')
    .where({ nicknameCanonical: canonicalName(nickname) })
    .whereNot({ status: 'left' })
    .first()
  if (!member) throw new NotFound(`no member ${nickname}`)
  return member
}

/** @throws NotFound */
export async function loadMember(db: Db, id: number): Promise<Member> {
  const member = await db<Member>('members').where({ id }).first()
  if (!member) throw new NotFound(`no member ${id}`)
  return member
}

/** One's own, those that wait for approval first, then the newest; also what nobody else is shown under one's name. */
export const listPostsOf = async (ctx: AppContext, viewer: Viewer, memberId: number): Promise<MemberPost[]> =>
  latestPosts(ctx.db, await readableBoards(ctx, viewer), memberId)

/** Nothing of a board that the viewer may not read. */
const readableBoards = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listBoardsFor(ctx, viewer)).filter((board) => canReadOn(viewer, board))

function latestPosts(db: Db, boards: readonly Board[], authorId: number): Promise<MemberPost[]> {
  const boardIds = boards.map(({ id }) => id)
  // Each in the order of the index `author`: neither grows with what a member ever wrote.
  const latest = (status: MemberPost['status']) =>
    db('posts').where({ authorId, status }).whereIn('boardId', boardIds).orderBy('id', 'desc').limit(LATEST).select('id')
  return db
    .from(
      db
        .queryBuilder()
        .unionAll([latest('pending'), latest('visible'), latest('private'), latest('withdrawn')], true)
        .as('own'),
    )
    .join('posts as p', 'p.id', 'own.id')
    .join('boards as b', 'b.id', 'p.boardId')
    .orderByRaw("p.status = 'pending' DESC, p.id DESC")
    .limit(LATEST)
    .select('b.slug', 'p.number', 'p.title', 'p.commentCount', 'p.createdAt', 'p.status')
}

/** One's own, while one may still read what they stand below: that may have been taken from one since. */
export async function listCommentsOf(ctx: AppContext, viewer: Viewer, memberId: number): Promise<MemberComment[]> {
  const boards = await readableBoards(ctx, viewer)
  const rows: Omit<MemberComment, 'stickers'>[] = await ctx
    .db('comments as c')
    .join('posts as p', 'p.id', 'c.postId')
    .join('boards as b', 'b.id', 'p.boardId')
    .where({ 'c.authorId': memberId, 'c.status': 'visible', 'c.anonymous': 0 })
    .modify((rows) => whereReadable(rows, viewer, boards))
    .orderBy('c.id', 'desc')
    .limit(LATEST)
    .select('b.slug', 'p.number', 'p.title', 'c.number as commentNumber', 'c.body', 'c.createdAt')
  return withStickers(ctx.db, rows)
}

const countPosts = (db: Db, boardIds: number[], authorId: number) =>
  countUpTo(db, db('posts').where({ authorId, anonymous: 0, status: 'visible', secret: 0 }).whereIn('boardId', boardIds).select('id'))

const countComments = (db: Db, boardIds: number[], authorId: number) =>
  countUpTo(
    db,
    db('comments as c')
      .join('posts as p', 'p.id', 'c.postId')
      .where({ 'c.authorId': authorId, 'c.status': 'visible', 'c.anonymous': 0, 'c.secret': 0, 'p.status': 'visible', 'p.secret': 0 })
      .whereIn('p.boardId', boardIds)
      .select('c.id'),
  )

async function countUpTo(db: Db, rows: ReturnType<Db['select']>): Promise<number> {
  const row = await db.count({ count: '*' }).from(rows.limit(COUNT_LIMIT).as('found')).first()
  return Number((row as { count?: unknown } | undefined)?.count ?? 0)
}

/** null: they have left. */
export const findMemberName = async (db: Db, id: number): Promise<string | null> =>
  (await db<Member>('members').where({ id }).whereNot({ status: 'left' }).first('nickname'))?.nickname ?? null

/** Owners who can be mailed. */
export const listOwnerMailboxes = async (db: Db): Promise<{ id: number; email: string }[]> =>
  (
    await db('members').where({ level: OWNER_LEVEL, status: 'active' }).orderBy('id').select<{ id: number; email: string }[]>('id', 'email')
  ).filter(({ email }) => hasMailbox(email))
