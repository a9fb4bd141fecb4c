import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addAllToOutbox } from '../../lib/events/outbox.ts'
import { Conflict } from '../../lib/http/errors.ts'
import type { CommentSort } from '../boards/board-settings.types.ts'
import type { Board } from '../boards/boards.types.ts'
import { keepGuestCommentKeys } from '../guest-keys/guest-keys.service.ts'
import { type Mention, membersOf } from '../mentions/mentions.types.ts'
import { addComments, holdPost } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { ranksChanged } from '../posts/ranks/ranks.service.ts'
import { keepSubmissions } from '../submissions/submissions.service.ts'
import { attachCommentFiles } from '../uploads/comment-files.service.ts'
import { fileKeysIn } from '../uploads/uploads.paths.ts'
import type { CommentCreated } from './comments.events.ts'
import { canReplyTo } from './comments.policy.ts'
import { addressInThread } from './comments.read-models.ts'
import { aliasOf, findComment, insertComments, type NewComment } from './comments.repository.ts'
import { type Comment, type Place, takesReplies, threadPath } from './comments.types.ts'
import { ensureOpen } from './hold-place.service.ts'
import { commentsChanged } from './live/live.service.ts'
import { keepMentions } from './mentions/mentions.service.ts'
import { secrecyOf } from './secrecy.service.ts'
import { threadsChanged } from './threads/thread-buckets.service.ts'
import { PAGE_SIZE, rootOf } from './threads/thread-pages.types.ts'

/** A comment that only its number keeps from being stored. */
export interface ReadyComment {
  viewer: Viewer
  authorId: number | null
  guest: { name: string; passwordHash: string; proved: boolean } | null
  place: Place
  text: Pick<Comment, 'body' | 'html' | 'rendererVersion'>
  mentions: readonly Mention[]
  /** Number of the comment that is answered. */
  parent: number | undefined
  secret: boolean | undefined
  submissionKey: Buffer
  sort: CommentSort
}

/**
 * Comments on one post in one transaction, in the order in which they came.
 * @returns where each stands
 * @throws when one of them may not be stored; none is, then
 */
export async function storeComments(ctx: AppContext, postId: number, comments: readonly ReadyComment[]): Promise<string[]> {
  const createdAt = ctx.clock.now()
  const paths = await inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, postId)
    const first = held ? held.lastCommentNumber + 1 : 0
    const rows: NewComment[] = []
    for (const [index, { viewer, authorId, guest, place, text, parent, secret }] of comments.entries()) {
      const { board } = place
      const post = ensureOpen(viewer, board, held)
      const answered = parent === undefined ? null : await findAnswered(trx, viewer, { board, post }, parent)
      const mask = await maskOf(trx, board, post, { authorId, before: rows })
      const about = { secret: secrecyOf(viewer, board, answered, secret), addresseeId: answered?.authorId ?? null }
      const by = { authorId, guestName: guest?.name ?? null, ...(guest?.proved === false ? waits : stands) }
      rows.push({ ...text, ...placeInThread(answered, first + index), ...mask, ...about, ...by, postId, createdAt })
    }
    const seen = rows.filter(({ waiting }) => waiting === 0).length
    if (held) await addComments(trx, held, { numbers: rows.length, seen }, createdAt)
    const ids = await insertComments(trx, rows)
    await keepGuestCommentKeys(
      trx,
      comments.flatMap(({ guest }, index) => (guest ? { commentId: ids[index] ?? 0, passwordHash: guest.passwordHash } : [])),
    )
    for (const [index, { body, authorId }] of rows.entries()) {
      const commentId = ids[index]
      if (commentId !== undefined && authorId !== null && fileKeysIn(body).length > 0)
        await attachCommentFiles(trx, { body, ownerId: authorId, commentId, postId }, createdAt)
    }
    const roots = rows.map(({ path }) => rootOf(path))
    const last = first + rows.length - 1
    if (held) await threadsChanged(trx, { id: postId, lastCommentNumber: last }, held.lastCommentNumber > PAGE_SIZE ? roots : 'all')
    const kept = await withPaths(trx, comments, rows)
    const stored = kept.map((comment, index) => ({
      ...comment,
      commentId: ids[index] ?? 0,
      parentAuthorId: rows[index]?.addresseeId ?? null,
    }))
    await keepMentions(trx, stored)
    await addAllToOutbox(
      trx,
      'comment.created',
      // What waits is nobody's news yet.
      stored.filter(({ guest }) => guest?.proved !== false).map((comment) => newsOf(comment, postId, held?.authorId ?? null)),
    )
    await keepSubmissions(
      trx,
      kept.map(({ submissionKey, authorId, path }) => ({ submissionKey, memberId: authorId ?? 0, resultPath: path, createdAt })),
    )
    return kept.map(({ path }) => path)
  })
  commentsChanged(ctx, postId)
  await ranksChanged(ctx, [postId])
  return paths
}

const newsOf = (
  { commentId, authorId, place, parentAuthorId, mentions }: ReadyComment & { commentId: number; parentAuthorId: number | null },
  postId: number,
  postAuthorId: number | null,
): CommentCreated => ({
  ...{ commentId, postId, boardId: place.board.id, authorId, postAuthorId, parentAuthorId },
  mentioned: membersOf(mentions).filter((memberId) => memberId !== authorId),
})
const stands = { status: 'visible', waiting: 0 } as const
const waits = { status: 'hidden', waiting: 1 } as const

async function withPaths(trx: Db, comments: readonly ReadyComment[], rows: readonly NewComment[]) {
  const kept: (ReadyComment & { path: string })[] = []
  for (const [index, comment] of comments.entries()) {
    const row = rows[index] as NewComment
    kept.push({ ...comment, path: await addressInThread(trx, comment.place, row, comment.sort) })
  }
  return kept
}

/**
 * On an anonymous board: who of the anonymous of this post they are. The post's row is held, so that no two get one alias.
 * @param before those of the same transaction that are not stored yet
 */
async function maskOf(
  trx: Db,
  board: Board,
  post: Post,
  { authorId, before }: { authorId: number | null; before: readonly NewComment[] },
): Promise<Pick<Comment, 'anonymous' | 'alias'>> {
  if (!board.anonymous) return { anonymous: 0, alias: null }
  // Nobody knows whether two of them are one.
  if (authorId === null) return { anonymous: 1, alias: null }
  // The mark of the post's author goes with an anonymous post alone: under one that bears a name it would give the name away.
  if (post.anonymous === 1 && post.authorId === authorId) return { anonymous: 1, alias: 0 }
  const own = before.find((comment) => comment.authorId === authorId && comment.alias)
  if (own) return { anonymous: 1, alias: own.alias }
  const alias = await aliasOf(trx, post.id, authorId)
  const given = before.map((comment) => comment.alias ?? 0)
  return { anonymous: 1, alias: given.includes(alias) ? Math.max(...given) + 1 : alias }
}

async function findAnswered(trx: Db, viewer: Viewer, place: Place, number: number): Promise<Comment> {
  const parent = await findComment(trx, place.post.id, number)
  if (!parent || !canReplyTo(viewer, place, parent)) throw new Conflict('the answered comment is gone', 'comments.parent.gone')
  return parent
}

function placeInThread(parent: Comment | null, number: number): Pick<Comment, 'number' | 'parentId' | 'path'> {
  if (parent === null || takesReplies(parent.path)) {
    return { number, parentId: parent?.id ?? null, path: threadPath(parent?.path ?? null, number) }
  }
  return { number, parentId: parent.parentId, path: threadPath(parent.path.subarray(0, -4), number) }
}
