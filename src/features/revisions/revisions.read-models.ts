import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'
import { canSeeHistory } from './revisions.policy.ts'
import type { Revision } from './revisions.types.ts'

/** A text and how long it is in characters. */
export interface VersionText {
  title: string
  /** null: taken out of the history. */
  source: string | null
}

export interface CurrentPost extends Post {
  source: string
  nickname: string | null
}

/** A change and what it took the place of, without the text. */
export interface RevisionRow extends Omit<Revision, 'postId' | 'source'> {
  /** null: taken out of the history. */
  letters: number | null
  nickname: string | null
}

export interface HistoryPlace {
  board: Board
  post: CurrentPost
}

export interface History extends HistoryPlace {
  /** Newest first. */
  rows: RevisionRow[]
  /** The version that is looked at, and the text before it; null: none is kept. */
  version: number
  text: VersionText
  before: VersionText | null
}

/** @throws NotFound also to whom the post is shown, but not what it once said */
export async function loadHistoryPlace(ctx: AppContext, viewer: Viewer, at: { board: string; number: number }): Promise<HistoryPlace> {
  const board = await loadBoard(ctx, viewer, at.board)
  const post: CurrentPost | undefined = await ctx
    .db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .where({ 'p.boardId': board.id, 'p.number': at.number })
    .first('p.*', 'b.source', 'm.nickname')
  if (!post || !canSeeHistory(viewer, board, post)) throw new NotFound('no history for this viewer')
  return { board, post }
}

/** One version beside the one before it. An unknown one is the present text. */
export async function loadHistory(
  ctx: AppContext,
  viewer: Viewer,
  at: { board: string; number: number },
  asked: number | undefined,
): Promise<History> {
  const place = await loadHistoryPlace(ctx, viewer, at)
  const { post } = place
  const rows = await listRevisions(ctx, post.id)
  const index = rows.findIndex(({ version }) => version === asked)
  const older = rows[index + 1]
  const [text, before] = await Promise.all([
    index === -1 ? post : findVersion(ctx, post.id, asked ?? 0),
    older === undefined ? undefined : findVersion(ctx, post.id, older.version),
  ])
  const { title, source } = text ?? { title: '', source: null }
  return { ...place, rows, version: rows[index]?.version ?? post.version, text: { title, source }, before: before ?? null }
}

const listRevisions = ({ db }: AppContext, postId: number): Promise<RevisionRow[]> =>
  db('post_revisions as r')
    .leftJoin('members as m', 'm.id', 'r.changedBy')
    .where('r.postId', postId)
    .orderBy('r.version', 'desc')
    .select(
      ...['r.version', 'r.title', 'r.changedBy', 'r.changedAt', 'r.reason', 'r.restored', 'm.nickname'],
      db.raw('CHAR_LENGTH(r.source) AS letters'),
    )

/** One that is kept no more is nothing to act on. */
export const findVersion = ({ db }: AppContext, postId: number, version: number): Promise<VersionText | undefined> =>
  db('post_revisions').where({ postId, version }).first<VersionText | undefined>('title', 'source')
