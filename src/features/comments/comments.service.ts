import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { RENDERER_VERSION, renderComment } from '../../lib/html/markdown.ts'
import { Conflict, Forbidden, NotFound } from '../../lib/http/errors.ts'
import { canCommentOn } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import { canReadPost } from '../posts/posts.policy.ts'
import { addComment, changeCommentCount, holdPost, withdrawAccepted } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { ranksChanged } from '../posts/ranks.service.ts'
import { createOnce } from '../submissions/submissions.service.ts'
import { canDeleteComment, canEditComment, isOpen } from './comments.policy.ts'
import { addressInThread } from './comments.read-models.ts'
import { aliasOf, findComment, holdComment, insertComment, pruneThread, updateStatus, updateText } from './comments.repository.ts'
import { type Comment, type CommentDraft, type Place, takesReplies, threadPath } from './comments.types.ts'

/**
 * @returns where the new comment stands
 * @throws Conflict when the post was locked or hidden, or the answered comment taken away, while the member wrote
 */
export async function createComment(ctx: AppContext, viewer: Viewer, place: Place, draft: CommentDraft): Promise<string> {
  if (viewer.memberId === null || !canCommentOn(viewer, place.board)) throw new Forbidden('may not comment here', 'comments.levelTooLow')
  const authorId = viewer.memberId
  const text = rendered(draft.body)
  const form = { submissionKey: draft.submissionKey, memberId: authorId, content: `${draft.parent ?? ''}\n${draft.body}` }
  const path = await createOnce(ctx, form, async (trx) => {
    const now = ctx.clock.now()
    const held = await holdOpenPost(trx, viewer, place)
    const parent = draft.parent === undefined ? null : await findAnswered(trx, held.post.id, draft.parent)
    const number = await addComment(trx, held.post, now)
    const at = placeInThread(parent, number)
    const mask = await maskOf(trx, place.board, held.post, authorId)
    const commentId = await insertComment(trx, { ...text, ...at, ...mask, postId: held.post.id, authorId, createdAt: now })
    await addToOutbox(trx, 'comment.created', eventOf(place, commentId))
    return addressInThread(trx, place, at, number)
  })
  await ranksChanged(ctx, [place.post.id])
  return path
}

/** On an anonymous board: who of the anonymous of this post they are. The post's row is held, so that no two get one alias. */
async function maskOf(trx: Db, board: Board, post: Post, authorId: number): Promise<Pick<Comment, 'anonymous' | 'alias'>> {
  if (!board.anonymous) return { anonymous: 0, alias: null }
  // The mark of the post's author goes with an anonymous post alone: under one that bears a name it would give the name away.
  if (post.anonymous === 1 && post.authorId === authorId) return { anonymous: 1, alias: 0 }
  return { anonymous: 1, alias: await aliasOf(trx, post.id, authorId) }
}

/** @throws Conflict when the text was changed elsewhere since `version`, or the post was closed */
export async function editComment(
  ctx: AppContext,
  viewer: Viewer,
  at: Place & { comment: Pick<Comment, 'id' | 'authorId' | 'status'> },
  change: { body: string; version: number },
): Promise<void> {
  if (!canEditComment(viewer, at, at.comment)) throw new Forbidden('may not edit this comment', 'comments.closed')
  const text = rendered(change.body)
  await inTransaction(ctx.db, async (trx) => {
    await holdOpenPost(trx, viewer, at)
    const changed = await updateText(trx, { id: at.comment.id, version: change.version }, { ...text, editedAt: ctx.clock.now() })
    if (!changed) throw new Conflict('edited elsewhere meanwhile', 'comments.editedElsewhere')
    await addToOutbox(trx, 'comment.edited', eventOf(at, at.comment.id))
  })
}

/** Taking back what is already gone is no error: the second of two clicks gets the same answer. */
export async function deleteComment(ctx: AppContext, viewer: Viewer, at: Place & { comment: Pick<Comment, 'id'> }): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    const { post } = await holdReadablePost(trx, viewer, at)
    const comment = await holdComment(trx, at.comment.id)
    if (!comment || comment.authorId !== viewer.memberId) throw new Forbidden("another member's comment")
    if (comment.status === 'deleted') return
    if (!canDeleteComment(viewer, comment)) throw new Conflict('hidden meanwhile', 'comments.closed')
    await updateStatus(trx, comment.id, 'deleted', ctx.clock.now())
    await changeCommentCount(trx, post, -1)
    await withdrawAccepted(trx, at.post, comment.id)
    await pruneThread(trx, { ...comment, status: 'deleted' })
    await addToOutbox(trx, 'comment.deleted', eventOf(at, comment.id))
  })
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
  if (comment.status === status) return false
  await updateStatus(trx, comment.id, status)
  await changeCommentCount(trx, post, status === 'visible' ? 1 : -1)
  if (status === 'hidden') await withdrawAccepted(trx, at.post, comment.id)
  await addToOutbox(trx, status === 'visible' ? 'comment.restored' : 'comment.hidden', eventOf(at, comment.id))
  return true
}

const rendered = (body: string) => ({ body, html: renderComment(body), rendererVersion: RENDERER_VERSION })

const eventOf = ({ board, post }: Place, commentId: number) => ({ commentId, postId: post.id, boardId: board.id })

/** Held from here to COMMIT, so that nobody locks or deletes the post under a comment that is being written. */
async function holdReadablePost(trx: Db, viewer: Viewer, { board, post }: Place): Promise<Place> {
  const held = await holdPost(trx, post.id)
  if (!held || !canReadPost(viewer, board, held)) throw new NotFound('the post is gone')
  return { board, post: held }
}

async function holdOpenPost(trx: Db, viewer: Viewer, place: Place): Promise<Place> {
  const held = await holdReadablePost(trx, viewer, place)
  if (!isOpen(held)) throw new Conflict('locked or hidden', 'comments.closed')
  return held
}

async function findAnswered(trx: Db, postId: number, number: number): Promise<Comment> {
  const parent = await findComment(trx, postId, number)
  if (parent?.status !== 'visible') throw new Conflict('the answered comment is gone', 'comments.parent.gone')
  return parent
}

function placeInThread(parent: Comment | null, number: number): Pick<Comment, 'number' | 'parentId' | 'path'> {
  if (parent === null || takesReplies(parent.path)) {
    return { number, parentId: parent?.id ?? null, path: threadPath(parent?.path ?? null, number) }
  }
  return { number, parentId: parent.parentId, path: threadPath(parent.path.subarray(0, -4), number) }
}
