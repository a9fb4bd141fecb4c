import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { createTogether, type Together } from '../../lib/db/together.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import { canCommentOn } from '../boards/boards.policy.ts'
import { mentionsOf, readMentions } from '../mentions/mentions.read-models.ts'
import { changeCommentCount, holdPost, withdrawAccepted } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { ranksChanged } from '../posts/ranks/ranks.service.ts'
import { submissionKeyOf, unlessDone } from '../submissions/submissions.service.ts'
import { attachCommentFiles, letGoOfCommentFiles } from '../uploads/comment-files.service.ts'
import { fileKeysIn } from '../uploads/uploads.paths.ts'
import { renderedComment } from './bodies/render-comment.read-models.ts'
import type { CommentCreated, CommentEdited, CommentEvent } from './comments.events.ts'
import { canDeleteComment, canEditComment, wrote } from './comments.policy.ts'
import { holdComment, markDeleted, pruneThread, updateStatus, updateText } from './comments.repository.ts'
import type { Comment, CommentDraft, Place } from './comments.types.ts'
import { keepWords } from './history/keep-words.service.ts'
import { holdOpenPost, holdReadablePost } from './hold-place.service.ts'
import { commentsChanged, numberChange } from './live/live.service.ts'
import { changeMentions } from './mentions/mentions.service.ts'
import { secrecyOf } from './secrecy.service.ts'
import { type ReadyComment, storeComments } from './store-comments.service.ts'
import { threadsChanged } from './threads/thread-buckets.service.ts'
import { rootOf } from './threads/thread-pages.types.ts'

/** What one transaction takes in. */
const MOST_AT_ONCE = 20

/**
 * @returns where the new comment stands
 * @throws Conflict when the post was locked or hidden, or the answered comment taken away, while the member wrote
 */
export async function createComment(ctx: AppContext, viewer: Viewer, place: Place, draft: CommentDraft): Promise<string> {
  const authorId = viewer.memberId
  if ((authorId === null && !draft.guest) || !canCommentOn(viewer, place.board))
    throw new Forbidden('may not comment here', 'comments.levelTooLow')
  // Members are called by members.
  const mentions = authorId === null ? [] : await readMentions(ctx.db, { body: draft.body, dialect: 'comments' })
  const text = await renderedComment(ctx, { body: draft.body, ownerId: authorId, commentId: null, mentions })
  const submissionKey = commentFormKey(viewer, draft)
  const guest = draft.guest ? { ...draft.guest, passwordHash: await ctx.passwords.hash(draft.guest.password) } : null
  const { parent, secret } = draft
  return unlessDone(ctx, submissionKey, () =>
    storeTogether(ctx)(place.post.id, {
      ...{ viewer, authorId, guest, place, text, mentions, submissionKey },
      ...{ parent, secret, sort: draft.sort ?? place.board.commentSort },
    }),
  )
}

/** By which one form that comes twice is known. */
export const commentFormKey = (viewer: Viewer, { submissionKey, parent, body }: Omit<CommentDraft, 'guest'>): Buffer =>
  submissionKeyOf({ submissionKey, memberId: viewer.memberId ?? 0, content: `${parent ?? ''}\n${body}` })

/** Every comment on a post takes that post's row: those that come at once are stored at once. */
const storeTogether = (ctx: AppContext): Together<ReadyComment, string> =>
  ctx.memory.own('store-comments', () =>
    createTogether<ReadyComment, string>(MOST_AT_ONCE, (postId, comments) => storeComments(ctx, postId, comments)),
  )

/** @throws Conflict when the text was changed elsewhere since `version`, the post was closed, or the board keeps no secrets */
export async function editComment(
  ctx: AppContext,
  viewer: Viewer,
  at: Place & { comment: Pick<Comment, 'id' | 'authorId' | 'status' | 'secret' | 'addresseeId'> },
  change: { body: string; version: number; secret?: boolean | undefined },
): Promise<void> {
  const { id: commentId, authorId } = at.comment
  if (!canEditComment(viewer, at, at.comment)) throw new Forbidden('may not edit this comment', 'comments.closed')
  const before = await mentionsOf(ctx.db, 'comments', commentId)
  const mentions = authorId === null ? [] : await readMentions(ctx.db, { body: change.body, dialect: 'comments' }, before)
  const { html, rendererVersion } = await renderedComment(ctx, { body: change.body, ownerId: authorId, commentId, mentions })
  const text = { body: change.body, html, rendererVersion, secret: secrecyOf(viewer, at.board, at.comment, change.secret) }
  await inTransaction(ctx.db, async (trx) => {
    const { post } = await holdOpenPost(trx, viewer, at)
    const editedAt = ctx.clock.now()
    await keepWords(trx, at.comment.id, { version: change.version, body: text.body, changedAt: editedAt })
    const changed = await updateText(trx, { id: at.comment.id, version: change.version }, { ...text, editedAt })
    if (!changed) throw new Conflict('edited elsewhere meanwhile', 'comments.editedElsewhere')
    if (text.secret === 1) await withdrawAccepted(trx, at.post, commentId)
    await numberChange(trx, post, [commentId])
    await attachCommentFiles(trx, { body: change.body, ownerId: authorId ?? 0, commentId, postId: at.post.id }, editedAt)
    const mentioned = (await changeMentions(trx, commentId, { before, mentions })).filter((memberId) => memberId !== authorId)
    await addToOutbox(trx, 'comment.edited', { ...eventOf(at, commentId), authorId, mentioned } satisfies CommentEdited)
  })
  commentsChanged(ctx, at.post.id)
}

/** Taking back what is already gone is no error: the second of two clicks gets the same answer. */
export async function deleteComment(ctx: AppContext, viewer: Viewer, at: Place & { comment: Pick<Comment, 'id'> }): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    const { post } = await holdReadablePost(trx, viewer, at)
    const comment = await holdComment(trx, at.comment.id)
    if (!comment || !wrote(viewer, comment)) throw new Forbidden("another member's comment")
    if (comment.status === 'deleted') return
    if (!canDeleteComment(viewer, comment)) throw new Conflict('hidden meanwhile', 'comments.closed')
    await markDeleted(trx, comment.id, { deletedAt: ctx.clock.now(), wasAccepted: post.acceptedCommentId === comment.id ? 1 : 0 })
    await changeCommentCount(trx, post, -1)
    await withdrawAccepted(trx, at.post, comment.id)
    await numberChange(trx, post, [comment.id, ...(await pruneThread(trx, { ...comment, status: 'deleted' }))])
    if (fileKeysIn(comment.body).length > 0) await letGoOfCommentFiles(trx, comment.id, ctx.clock.now())
    await threadsChanged(trx, post, [rootOf(comment.path)])
    await addToOutbox(trx, 'comment.deleted', eventOf(at, comment.id))
  })
  commentsChanged(ctx, at.post.id)
  await ranksChanged(ctx, [at.post.id])
}

/**
 * For moderation, inside its transaction.
 * @returns false when the comment already is as wished
 * @throws Conflict when its author has taken it back meanwhile
 */
export async function setCommentStatus(
  trx: Db,
  at: Place & { comment: Pick<Comment, 'id'> },
  status: 'visible' | 'hidden',
): Promise<boolean> {
  const post = await holdPost(trx, at.post.id)
  const comment = post && (await holdComment(trx, at.comment.id))
  if (!post || !comment || comment.status === 'deleted') throw new Conflict('deleted meanwhile', 'comments.gone')
  // What waits is hidden already, and stays so by this word.
  if (comment.status === status && comment.waiting === 0) return false
  await updateStatus(trx, comment.id, status)
  await threadsChanged(trx, post, [rootOf(comment.path)])
  if (comment.status !== status) await changeCommentCount(trx, post, status === 'visible' ? 1 : -1)
  if (status === 'hidden') await withdrawAccepted(trx, at.post, comment.id)
  await numberChange(trx, post, [comment.id])
  if (status === 'visible' && comment.waiting === 1) await addToOutbox(trx, 'comment.created', firstNews(at, post, comment))
  else await addToOutbox(trx, status === 'visible' ? 'comment.restored' : 'comment.hidden', eventOf(at, comment.id))
  return true
}

/** A guest's, which waited: they call nobody by name. */
const firstNews = (at: Place, post: Post, { id, addresseeId }: Comment): CommentCreated => ({
  ...eventOf(at, id),
  ...{ authorId: null, postAuthorId: post.authorId, parentAuthorId: addresseeId, mentioned: [] },
})

const eventOf = ({ board, post }: Place, commentId: number): CommentEvent => ({ commentId, postId: post.id, boardId: board.id })
