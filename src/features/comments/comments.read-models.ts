import type { AppContext, Reader, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { mutedColumn } from '../mutes/mutes.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { newSubmissionKey } from '../submissions/submissions.service.ts'
import { commentAnchor } from './comments.paths.ts'
import { canReplyTo } from './comments.policy.ts'
import { countDrawn, countDrawnBefore, findComment } from './comments.repository.ts'
import type { Comment, CommentRow, Place } from './comments.types.ts'
import { liveThread } from './live/live-thread.read-models.ts'
import type { CommentSection } from './threads/comment-section.types.ts'
import { commentSection } from './threads/comment-section.view-models.ts'
import { unreadColumn } from './unread/unread.read-models.ts'

export const PAGE_SIZE = 100

/**
 * The comments of a post, one page of the thread from top to bottom, ready for `views/comments/section.ejs`.
 * `since`: the newest comment at the last visit, null on the first.
 */
export async function loadCommentSection(
  ctx: AppContext,
  reader: Reader,
  place: Place,
  { page: wantedPage, address, since }: { page: number; address: string; since: number | null },
): Promise<CommentSection> {
  const { rows, accepted, page, drawn, unread } = await loadThreadPage(ctx.db, reader.viewer, place.post, { page: wantedPage, since })
  const pageCount = Math.max(1, Math.ceil(drawn / PAGE_SIZE))
  const live = await liveThread(ctx, reader, place, { ends: page === pageCount })
  const state = { page, pageCount, address, since, unread, live, submissionKey: newSubmissionKey() }
  return commentSection(reader, place, { rows, accepted }, state)
}

interface ThreadPage {
  rows: CommentRow[]
  /** Wherever in the thread it stands. */
  accepted: CommentRow | null
  page: number
  /** In the whole thread. */
  drawn: number
  /** On all pages; null where one page holds all. */
  unread: number | null
}

/** One statement. Up to one page's number of comments nothing is counted: no page but the first can exist. */
async function loadThreadPage(
  db: Db,
  viewer: Viewer,
  post: Pick<Place['post'], 'id' | 'lastCommentNumber' | 'acceptedCommentId'>,
  wanted: { page: number; since: number | null },
): Promise<ThreadPage> {
  const most = post.lastCommentNumber
  if (most === 0) return { rows: [], accepted: null, page: 1, drawn: 0, unread: null }
  const page = Math.min(wanted.page, Math.ceil(most / PAGE_SIZE))
  const thread = listThread(db, post, (page - 1) * PAGE_SIZE).select<ThreadRow[]>(mutedColumn(db, viewer, 'm.id'))
  if (most <= PAGE_SIZE) return { ...partsOf(await thread), page, drawn: most, unread: null }
  const counted = thread.select<(ThreadRow & { drawn: number; unread: number })[]>(
    drawnColumn(db, post.id),
    unreadColumn(db, viewer, post.id, wanted.since ?? most),
  )
  const { rows, accepted } = partsOf(await counted)
  if (rows[0] || page === 1) return { rows, accepted, page, drawn: rows[0]?.drawn ?? 0, unread: rows[0]?.unread ?? 0 }
  // A page that deletions took away: the last one there is.
  const last = Math.max(1, Math.ceil((await countDrawn(db, post.id)) / PAGE_SIZE))
  return loadThreadPage(db, viewer, post, { ...wanted, page: Math.min(last, page - 1) })
}

/**
 * Where a comment can be read: the address of its page, with the mark that scrolls to it.
 * `lastNumber` is the newest comment's: while all fit on one page nothing need be counted.
 */
export async function addressInThread(
  db: Db,
  { board, post }: Place,
  comment: Pick<Comment, 'number' | 'path'>,
  lastNumber: number,
): Promise<string> {
  const before = lastNumber <= PAGE_SIZE ? 0 : await countDrawnBefore(db, post.id, comment.path)
  const page = Math.floor(before / PAGE_SIZE) + 1
  return `${postPath(board, post.number)}${page > 1 ? `?comments=${page}` : ''}${commentAnchor(comment.number)}`
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

/** A row of the page, or the accepted answer beside it. */
type ThreadRow = CommentRow & { onTop: 0 | 1 }

const partsOf = <R extends ThreadRow>(rows: readonly R[]) => ({
  rows: rows.filter(({ onTop }) => onTop === 0),
  accepted: rows.find(({ onTop }) => onTop === 1) ?? null,
})

/** The page's place is found in the index `thread`; only its own rows are fetched. */
function listThread(db: Db, { id: postId, acceptedCommentId }: Pick<Place['post'], 'id' | 'acceptedCommentId'>, offset: number) {
  const wanted = [
    db<Comment>('comments')
      .where({ postId, inThread: 1 })
      .orderBy('path')
      .limit(PAGE_SIZE)
      .offset(offset)
      .select('id', db.raw('0 AS on_top')),
  ]
  if (acceptedCommentId !== null)
    wanted.push(db<Comment>('comments').where({ id: acceptedCommentId, postId, status: 'visible' }).select('id', db.raw('1 AS on_top')))
  return rowsOf(db, db.queryBuilder().unionAll(wanted, true)).orderBy('c.path').select<ThreadRow[]>('page.onTop')
}

type CommentQuery = ReturnType<typeof commentTable>
const commentTable = (db: Db) => db('comments as c')

const drawnColumn = (db: Db, postId: number) =>
  db.raw('(SELECT COUNT(*) FROM comments WHERE post_id = ? AND in_thread = 1) AS drawn', [postId])

const commentRows = (db: Db) => withNames(db, commentTable(db))

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
      ...['c.anonymous', 'c.alias', 'p.anonymous as parentAnonymous', 'p.alias as parentAlias'],
      ...['m.nickname as nickname', 'm.level as authorLevel', 'm.status as authorStatus'],
      moderatesColumn(db),
      ...['c.secret', 'c.addresseeId', 'p.authorId as parentAuthorId', 'p.secret as parentSecret', 'p.addresseeId as parentAddresseeId'],
      'p.number as parentNumber',
      'pm.nickname as parentNickname',
    )
