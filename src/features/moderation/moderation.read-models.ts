import { type AppContext, guest, type Reader, type Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'
import { canModerate, seesAll } from './moderation.policy.ts'
import type { Act, ActLine, ActRow } from './moderation.types.ts'
import { actLines } from './moderation.view-models.ts'

const LOG_PAGE = 50
const RECENT = 20

/** Whether who wrote it keeps order on its board. */
export async function isByStaff(db: Db, { boardId, authorId }: Pick<Post, 'boardId' | 'authorId'>): Promise<boolean> {
  const author: { memberId: number; level: number; moderated: number | null } | undefined = await db('members as m')
    .leftJoin('board_moderators as b', (on) => on.on('b.memberId', 'm.id').andOnVal('b.boardId', boardId))
    .where('m.id', authorId)
    .first('m.id as memberId', 'm.level', 'b.boardId as moderated')
  if (author === undefined) return false
  const { memberId, level, moderated } = author
  return canModerate({ ...guest, memberId, level, moderates: new Set(moderated === null ? [] : [moderated]) }, { id: boardId })
}

/** Why a post is away: the newest act that changed who may see it. */
export const findLastAct = (ctx: AppContext, postId: number): Promise<Pick<Act, 'action' | 'reason' | 'createdAt'> | undefined> =>
  ctx
    .db<Act>('moderation_actions')
    .where({ postId, commentId: null })
    .whereIn('action', ['approve', 'hide', 'restore', 'delete'])
    .orderBy('id', 'desc')
    .select('action', 'reason', 'createdAt')
    .first()

/** What moderators did to a member's posts and comments, newest first, ready for `views/moderation/_acts.ejs`. */
export async function listActsForMember(ctx: AppContext, reader: Reader, memberId: number): Promise<ActLine[]> {
  const rows = await actRows(ctx.db)
    .where({ 'a.memberId': memberId })
    .modify((acts) => {
      // To others this page must not tell which anonymous words were this member's.
      if (reader.viewer.memberId !== memberId) acts.whereRaw('COALESCE(c.anonymous, p.anonymous, 0) = 0')
    })
    .orderBy('a.id', 'desc')
    .limit(RECENT)
  return actLines(reader, rows, await listAllBoards(ctx))
}

/** The newest acts of all, for the console's first page. */
export async function listLatestActs(ctx: AppContext, reader: Reader, count: number): Promise<ActLine[]> {
  const rows = await actRows(ctx.db).orderBy('a.id', 'desc').limit(count)
  return actLines(reader, rows, await listAllBoards(ctx))
}

export interface ModerationLog {
  boards: Board[]
  board: Board | null
  rows: ActRow[]
  /** Where the next page begins, null on the last. */
  olderThan: number | null
  before: number | null
}

/** The acts on the boards that the viewer moderates; administrators also see those that belong to no board. */
export async function loadModerationLog(
  ctx: AppContext,
  viewer: Viewer,
  query: { board?: string | undefined; before?: number | undefined },
): Promise<ModerationLog> {
  const boards = (await listAllBoards(ctx)).filter((board) => canModerate(viewer, board))
  const board = boards.find(({ slug }) => slug === query.board) ?? null
  const rows = await actRows(ctx.db)
    .modify((acts) => {
      if (board) acts.where('a.boardId', board.id)
      else if (!seesAll(viewer)) acts.whereIn('a.boardId', [...viewer.moderates])
      if (query.before !== undefined) acts.where('a.id', '<', query.before)
    })
    .orderBy('a.id', 'desc')
    .limit(LOG_PAGE + 1)
  const page = rows.slice(0, LOG_PAGE)
  return { boards, board, rows: page, olderThan: rows.length > LOG_PAGE ? (page.at(-1)?.id ?? null) : null, before: query.before ?? null }
}

const actRows = (db: Db) =>
  db('moderation_actions as a')
    .leftJoin('members as who', 'who.id', 'a.moderatorId')
    .leftJoin('posts as p', 'p.id', 'a.postId')
    .leftJoin('comments as c', 'c.id', 'a.commentId')
    // Whose words they are is told of nobody who wrote without a name.
    .joinRaw('LEFT JOIN members AS whose ON whose.id = IF(COALESCE(c.anonymous, p.anonymous, 0) = 1, NULL, a.member_id)')
    .select<ActRow[]>(
      ...['a.id', 'a.action', 'a.reason', 'a.createdAt', 'a.boardId', 'a.postId'],
      'who.nickname as moderatorNickname',
      'whose.nickname as memberNickname',
      'p.number as postNumber',
      'p.title as postTitle',
      ...[
        'p.status as postStatus',
        'p.authorId as postAuthorId',
        'p.secret as postSecret',
        'p.announced as postAnnounced',
        'p.rootAuthorId as postRootAuthorId',
      ],
      'c.number as commentNumber',
    )
