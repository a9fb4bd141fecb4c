import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { canModerate } from '../moderation/moderation.policy.ts'
import { stickersIn } from '../stickers/stickers.read-models.ts'
import type { OpenReport, Report } from './reports.types.ts'

const PAGE = 30
/** Of what many report, the newest tell enough. */
const REPORTS_SHOWN = 300
export const OPEN_REPORTS_MEMORY_KEY = 'open-reports'

export interface OpenReports {
  boards: Board[]
  items: OpenReport[]
  before: number | null
  olderThan: number | null
}

/** What waits on the boards that the viewer keeps in order, the last reported first: two statements. */
export async function listOpenReports(ctx: AppContext, viewer: Viewer, before: number | null): Promise<OpenReports> {
  const boards = (await listAllBoards(ctx)).filter((board) => canModerate(viewer, board))
  const found = await openTargets(
    ctx.db,
    boards.map(({ id }) => id),
    before,
  )
  const page = found.slice(0, PAGE)
  const reports = page.length > 0 ? await openReportsOf(ctx.db, page) : []
  const stickers = await stickersIn(ctx.db, ...page.flatMap(({ commentBody }) => commentBody ?? []))
  const items = page.map(({ commentBody, ...target }) => ({
    ...target,
    comment: commentBody === null ? null : { body: commentBody, stickers },
    reports: reports.filter(({ postId, commentId }) => postId === target.postId && commentId === target.commentId),
  }))
  return { boards, items, before, olderThan: found.length > PAGE ? (page.at(-1)?.latest ?? null) : null }
}

/** How many posts and comments wait for the viewer; from memory. */
export async function countOpenReports(ctx: AppContext, viewer: Viewer): Promise<number> {
  const counts = await ctx.memory.get(OPEN_REPORTS_MEMORY_KEY, async () => {
    const rows = await ctx
      .db('reports as r')
      .join('posts as p', 'p.id', 'r.postId')
      .where('r.isOpen', 1)
      .groupBy('p.boardId')
      .select<{ boardId: number; waiting: number }[]>('p.boardId', ctx.db.raw('COUNT(DISTINCT r.post_id, r.comment_id) AS waiting'))
    return rows
  })
  return counts.reduce((sum, { boardId, waiting }) => sum + (canModerate(viewer, { id: boardId }) ? waiting : 0), 0)
}

/** Whose words they are and where they stand by now. */
export const findReported = (
  db: Db,
  { postId, commentId }: Pick<Report, 'postId' | 'commentId'>,
): Promise<{ boardId: number; authorId: number | null } | undefined> =>
  db('reports as r')
    .join('posts as p', 'p.id', 'r.postId')
    .leftJoin('comments as c', 'c.id', 'r.commentId')
    .where({ 'r.postId': postId, 'r.commentId': commentId })
    .first('p.boardId', db.raw('IF(r.comment_id = 0, p.author_id, c.author_id) AS author_id'))

type Target = Omit<OpenReport, 'reports' | 'comment'> & { commentBody: string | null }

function openTargets(db: Db, boardIds: readonly number[], before: number | null): Promise<Target[]> {
  const waiting = db('reports as r')
    .join('posts as p', 'p.id', 'r.postId')
    .where('r.isOpen', 1)
    .whereIn('p.boardId', boardIds)
    .groupBy('r.postId', 'r.commentId')
    .modify((rows) => {
      if (before !== null) rows.havingRaw('MAX(r.id) < ?', [before])
    })
    .orderBy('latest', 'desc')
    .limit(PAGE + 1)
    .select('r.postId', 'r.commentId', db.raw('MAX(r.id) AS latest'))
  return db
    .from(waiting.as('w'))
    .join('posts as p', 'p.id', 'w.postId')
    .leftJoin('comments as c', 'c.id', 'w.commentId')
    .joinRaw(
      'LEFT JOIN members AS m ON m.id = IF(w.comment_id = 0, p.shown_author_id, IF(c.anonymous = 1 OR p.anonymous = 1, NULL, c.author_id))',
    )
    .orderBy('w.latest', 'desc')
    .select(
      ...['w.postId', 'w.commentId', 'w.latest', 'p.boardId', 'p.number', 'p.title', 'c.number as commentNumber'],
      ...['c.status as commentStatus', 'c.body as commentBody', 'm.nickname'],
      db.raw('IF(COALESCE(c.anonymous, p.anonymous) = 1, NULL, IF(w.comment_id = 0, p.guest_name, c.guest_name)) AS guest_name'),
    )
}

const openReportsOf = (db: Db, targets: readonly Pick<Report, 'postId' | 'commentId'>[]) =>
  db('reports')
    .where({ isOpen: 1 })
    .whereIn(
      ['postId', 'commentId'],
      targets.map(({ postId, commentId }) => [postId, commentId]),
    )
    .orderBy('id', 'desc')
    .limit(REPORTS_SHOWN)
    .select<Pick<Report, 'postId' | 'commentId' | 'reason' | 'note' | 'createdAt'>[]>('postId', 'commentId', 'reason', 'note', 'createdAt')
