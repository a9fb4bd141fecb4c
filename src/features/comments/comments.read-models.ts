import type { AppContext, Reader, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import type { CommentSort } from '../boards/board-settings.types.ts'
import { mutedColumn } from '../mutes/mutes.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { stickersIn } from '../stickers/stickers.read-models.ts'
import { newSubmissionKey } from '../submissions/submissions.service.ts'
import { commentAnchor, threadPageAddress } from './comments.paths.ts'
import { canReplyTo } from './comments.policy.ts'
import { findComment } from './comments.repository.ts'
import type { Comment, CommentRow, Place } from './comments.types.ts'
import { liveThread } from './live/live-thread.read-models.ts'
import type { CommentSection } from './threads/comment-section.types.ts'
import { commentSection } from './threads/comment-section.view-models.ts'
import { countBefore, idsOfPage } from './threads/thread-pages.read-models.ts'
import { type Bucket, PAGE_SIZE, placeOfPage, type ThreadPlace } from './threads/thread-pages.types.ts'
import { unreadColumn } from './unread/unread.read-models.ts'

/** The comments of a post, one page of its threads, ready for `views/comments/section.ejs`. */
export async function loadCommentSection(ctx: AppContext, reader: Reader, place: Place, wish: ThreadWish): Promise<CommentSection> {
  const { rows, ...at } = await loadThreadPage(ctx.db, reader.viewer, place, wish)
  const ends = at.page === (wish.sort === 'newest' ? 1 : at.pageCount)
  const live = await liveThread(ctx, reader, place)
  const stickers = place.board.look === 'qna' ? await stickersIn(ctx.db, ...rows.map(({ body }) => body)) : new Map()
  return commentSection(reader, place, partsOf(rows), { ...wish, ...at, ends, live, stickers, submissionKey: newSubmissionKey() })
}

export interface ThreadWish {
  page: number
  sort: CommentSort
  /** Of the post, for that order. */
  buckets: readonly Bucket[]
  /** Of the post, with the list that it was opened from. */
  address: string
  /** The newest comment at the last visit, null on the first. */
  since: number | null
}

/** One statement. */
async function loadThreadPage(
  db: Db,
  viewer: Viewer,
  at: Place,
  { page, sort, buckets, since }: Omit<ThreadWish, 'address'>,
): Promise<{ rows: ThreadRow[]; page: number; pageCount: number; unread: number | null }> {
  const most = at.post.lastCommentNumber
  const place = placeOfPage(buckets, { sort, page, most })
  const found = { page: place.page, pageCount: place.pageCount }
  if (most === 0) return { rows: [], ...found, unread: null }
  const thread = listThread(db, viewer, at, { sort, place })
  if (most <= PAGE_SIZE) return { rows: await thread, ...found, unread: null }
  const rows = await thread.select<(ThreadRow & { unread: number })[]>(unreadColumn(db, viewer, at.post.id, since ?? most))
  return { rows, ...found, unread: rows[0]?.unread ?? 0 }
}

/**
 * Where a comment can be read: the address of its page in this order, with the mark that scrolls to it. While all fit on one page nothing is
 * counted.
 */
export async function addressInThread(
  db: Db,
  { board, post }: Place,
  comment: Pick<Comment, 'number' | 'path'>,
  sort: CommentSort,
): Promise<string> {
  const before = Math.max(post.lastCommentNumber, comment.number) <= PAGE_SIZE ? 0 : await countBefore(db, post.id, comment, sort)
  return threadPageAddress(postPath(board, post.number), Math.floor(before / PAGE_SIZE) + 1) + commentAnchor(comment.number)
}

/** @throws NotFound also for a hidden or deleted one that nobody sees any more */
export async function loadComment(ctx: AppContext, { post }: Place, number: number): Promise<Comment> {
  const comment = await findComment(ctx.db, post.id, number)
  if (!comment) throw new NotFound(`no comment ${number}`)
  return comment
}

/** A comment that is shown somewhere in the thread, if only as "deleted". */
export async function loadDrawnComment(ctx: AppContext, place: Place, number: number): Promise<CommentRow> {
  const comment = await findDrawnComment(ctx, place, number)
  if (!comment) throw new NotFound(`no comment ${number}`)
  return comment
}

export async function findDrawnComment(ctx: AppContext, { post }: Place, number: number): Promise<CommentRow | undefined> {
  const [comment] = await commentRows(ctx.db).where({ 'c.postId': post.id, 'c.number': number, 'c.inThread': 1 }).limit(1)
  return comment
}

/** The comment that a form names as the one it answers; null when there is none that can be answered. */
export async function findAnsweredComment(ctx: AppContext, viewer: Viewer, place: Place, number = ''): Promise<CommentRow | null> {
  if (!/^\d{1,10}$/.test(number)) return null
  const [comment] = await commentRows(ctx.db)
    .where({ 'c.postId': place.post.id, 'c.number': Number(number) })
    .limit(1)
  return comment && canReplyTo(viewer, place, comment) ? comment : null
}

/** A row of the page, or one that stands above the threads. */
type ThreadRow = CommentRow & { onTop: 0 | 1 | 2 | 3; place: number }
const topKinds = { accepted: 1, pinned: 2, best: 3 } as const

const partsOf = (rows: readonly ThreadRow[]) => ({
  rows: rows.filter(({ onTop }) => onTop === 0).sort(inThread),
  accepted: rows.find(({ onTop }) => onTop === topKinds.accepted) ?? null,
  pinned: rows.find(({ onTop }) => onTop === topKinds.pinned) ?? null,
  best: rows.filter(({ onTop }) => onTop === topKinds.best).sort((a, b) => b.voteCount - a.voteCount || a.number - b.number),
})

/** Sorted here: the server would write their texts into a temporary file to sort them. */
const inThread = (one: ThreadRow, other: ThreadRow): number => one.place - other.place || Buffer.compare(one.path, other.path)

/** The page's place is found in indexes; only its own rows are fetched. */
function listThread(db: Db, viewer: Viewer, at: Place, { sort, place }: { sort: CommentSort; place: ThreadPlace }) {
  const { id: postId, acceptedCommentId, pinnedCommentId } = at.post
  const wanted = [idsOfPage(db, postId, sort, place)]
  const onTop = (kind: keyof typeof topKinds) =>
    db('comments')
      .where({ postId, status: 'visible' })
      .select('id', db.raw('? AS on_top', [topKinds[kind]]), db.raw('0 AS place'))
  if (acceptedCommentId !== null) wanted.push(onTop('accepted').where({ id: acceptedCommentId }))
  if (pinnedCommentId !== null) wanted.push(onTop('pinned').where({ id: pinnedCommentId }))
  if (showsBest(at, sort, place)) {
    const { bestVotes, bestComments } = at.board
    wanted.push(
      onTop('best')
        .where({ secret: 0 })
        .where('voteCount', '>=', bestVotes)
        .orderBy([{ column: 'voteCount', order: 'desc' }, 'number'])
        .limit(bestComments),
    )
  }
  return rowsOf(db, db.queryBuilder().unionAll(wanted, true)).select<ThreadRow[]>('page.onTop', 'page.place').modify(ownMarks(db, viewer))
}

/** What a comment is for this reader alone: whether they muted its author, and how they voted. */
export const ownMarks =
  (db: Db, viewer: Viewer) =>
  (rows: CommentQuery): void => {
    const { memberId } = viewer
    void rows.select(mutedColumn(db, viewer, 'm.id'))
    if (memberId === null) return
    void rows
      .leftJoin('comment_votes as v', (on) => on.on('v.commentId', 'c.id').andOnVal('v.memberId', memberId))
      .select('v.value as ownVote')
  }

/** Above the first page, where they don't stand first anyway, nor are nearly all there is. */
const showsBest = ({ board, post }: Place, sort: CommentSort, { page }: ThreadPlace): boolean =>
  board.votes !== 'none' && board.bestComments > 0 && page === 1 && sort !== 'best' && post.commentCount > board.bestComments

type CommentQuery = ReturnType<typeof commentTable>
const commentTable = (db: Db) => db('comments as c')

export const commentRows = (db: Db) => withNames(db, commentTable(db))

/** Those whose ids `page` names. It is read first, whatever the server thinks of its tables. */
const rowsOf = (db: Db, page: ReturnType<Db['queryBuilder']>) =>
  withNames(
    db,
    db.from<Comment>(page.as('page') as never).joinRaw('STRAIGHT_JOIN comments AS c ON c.id = page.id') as unknown as CommentQuery,
  )

/** Of the board on which the post stands by now. */
const moderatesColumn = (db: Db) =>
  db.raw(
    `EXISTS (SELECT 1 FROM board_moderators AS bm JOIN posts AS home ON home.board_id = bm.board_id
      WHERE home.id = c.post_id AND bm.member_id = m.id) AS author_moderates`,
  )

const withNames = (db: Db, comments: CommentQuery) =>
  comments
    .leftJoin('members as m', (on) => on.on('m.id', 'c.authorId').andOnVal('c.anonymous', 0))
    .leftJoin('comments as p', 'p.id', 'c.parentId')
    .leftJoin('members as pm', (on) => on.on('pm.id', 'p.authorId').andOnVal('p.anonymous', 0))
    .select<CommentRow[]>(
      ...['c.id', 'c.number', 'c.path', 'c.authorId', 'c.body', 'c.html', 'c.status', 'c.version', 'c.createdAt', 'c.editedAt'],
      ...['c.voteCount', 'c.downCount'],
      ...['c.anonymous', 'c.alias', 'p.anonymous as parentAnonymous', 'p.alias as parentAlias'],
      ...['m.nickname as nickname', 'm.level as authorLevel', 'm.status as authorStatus'],
      moderatesColumn(db),
      ...[
        'c.secret',
        'c.addresseeId',
        'c.guestName',
        'c.waiting',
        'p.guestName as parentGuestName',
        'p.authorId as parentAuthorId',
        'p.secret as parentSecret',
        'p.addresseeId as parentAddresseeId',
      ],
      'p.number as parentNumber',
      'pm.nickname as parentNickname',
    )
