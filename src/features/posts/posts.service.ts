import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { canReadOn, canWriteOn } from '../boards/boards.policy.ts'
import { takeNextNumber } from '../boards/boards.service.ts'
import type { Board } from '../boards/boards.types.ts'
import { createOnce } from '../submissions/submissions.service.ts'
import { fileKeysIn } from '../uploads/uploads.paths.ts'
import { attachFiles } from '../uploads/uploads.service.ts'
import { POPULAR_MEMORY_KEY } from './overview.read-models.ts'
import * as index from './page-index.repository.ts'
import { replaceExtraValues, replaceLinks } from './post-extras.repository.ts'
import { postPath } from './posts.paths.ts'
import { canDeletePost, canEditPost, waitsForApproval, wrote } from './posts.policy.ts'
import * as repository from './posts.repository.ts'
import type { Post, PostDraft, PostStatus } from './posts.types.ts'
import { ranksChanged } from './ranks.service.ts'
import { type RenderedText, renderBody } from './render-body.read-models.ts'
import { setTags } from './tags.service.ts'
import { WAITING_MEMORY_KEY } from './waiting-posts.read-models.ts'

/** @returns the address of the new post; of the one that this form made already, when it comes twice */
export async function createPost(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  draft: PostDraft & { submissionKey?: string | undefined },
): Promise<string> {
  if (viewer.memberId === null || !canWriteOn(viewer, board)) throw new Forbidden('may not write here', 'posts.mayNotWrite')
  const authorId = viewer.memberId
  // Before the transaction: nobody else on the board waits while a long text is rendered.
  const text = await renderBody(ctx, { source: draft.body, ownerId: authorId, postId: null })
  const form = { submissionKey: draft.submissionKey, memberId: authorId, content: `${draft.title}\n${draft.body}` }
  const waits = waitsForApproval(viewer, board)
  let made: number | null = null
  const path = await createOnce(ctx, form, async (trx) => {
    const number = await takeNextNumber(trx, board.id)
    const postId = await index.insertPost(trx, {
      ...{ boardId: board.id, number, authorId, title: draft.title, categoryId: draft.categoryId ?? null },
      ...listedAs(board, draft, text),
      anonymous: board.anonymous ? 1 : 0,
      status: waits ? 'pending' : 'visible',
      createdAt: ctx.clock.now(),
    })
    await repository.insertBody(trx, { postId, ...text.body })
    await keepAround(trx, { postId, boardId: board.id, ownerId: authorId, isNew: true }, draft)
    await addToOutbox(trx, 'post.created', { postId, boardId: board.id })
    made = postId
    return postPath(board, number)
  })
  if (made !== null) await Promise.all([ranksChanged(ctx, [made]), waits && ctx.memory.forget(WAITING_MEMORY_KEY)])
  return path
}

/** @returns false when the post was changed since the version that this change began from; nothing is saved then */
export async function editPost(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  change: PostDraft & { version: number },
): Promise<boolean> {
  const ownerId = post.authorId ?? 0
  const text = await renderBody(ctx, { source: change.body, ownerId, postId: post.id })
  const saved = await inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdPost(trx, post.id)
    if (!held || !canEditPost(viewer, board, held)) throw new Forbidden('may not edit (any more)', 'posts.mayNotEdit')
    const told = { title: change.title, ...listedAs(board, change, text, held), editedAt: ctx.clock.now() }
    if (!(await repository.updateText(trx, { id: post.id, version: change.version }, told, text.body))) return false
    await index.changeHeld(trx, held, { categoryId: change.categoryId ?? null })
    await keepAround(trx, { postId: post.id, boardId: board.id, ownerId, isNew: false }, change)
    await addToOutbox(trx, 'post.edited', { postId: post.id, boardId: board.id })
    return true
  })
  if (saved) await listsChanged(ctx, post.id)
  return saved
}

/** Of a secret post lists know nothing but that it is there. Where a board's rule changed since, a post keeps what it was. */
function listedAs(board: Board, draft: PostDraft, { looks }: RenderedText, before: Pick<Post, 'secret'> = { secret: 0 }) {
  const secret = { always: true, choice: draft.secret === true, never: before.secret === 1 }[board.secret]
  return { ...looks, secret: secret ? (1 as const) : (0 as const), ...(secret ? { excerpt: '', coverKey: null } : {}) }
}

/** What stands around a text: tags, links, the board's own fields, files. A new post has nothing of it that would have to go. */
async function keepAround(
  trx: Db,
  at: { postId: number; boardId: number; ownerId: number; isNew: boolean },
  draft: PostDraft,
): Promise<void> {
  const { postId, boardId, ownerId, isNew } = at
  const { tags = [], links = [], fields = {} } = draft
  if (!isNew || tags.length > 0) await setTags(trx, { id: postId, boardId }, tags)
  if (!isNew || links.length > 0) await replaceLinks(trx, postId, links)
  if (!isNew || Object.keys(fields).length > 0) await replaceExtraValues(trx, postId, fields)
  await attachFiles(trx, { postId, ownerId, keys: fileKeysIn(draft.body) })
}

/** The author takes it back. The second of two clicks finds it gone already, and that is what was wanted. */
export async function deletePost(ctx: AppContext, viewer: Viewer, board: Board, number: number): Promise<void> {
  const post = await repository.findPost(ctx.db, board.id, number)
  if (!post || !canReadOn(viewer, board) || !wrote(viewer, post)) throw new NotFound('no such post of this member')
  await inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdPost(trx, post.id)
    if (!held || held.status === 'deleted') return
    if (!canDeletePost(viewer, board, held)) throw new Forbidden('may not delete (any more)', 'posts.mayNotDelete')
    await setPostStatus(trx, held, 'deleted', ctx.clock.now())
    await addToOutbox(trx, 'post.deleted', { postId: post.id, boardId: board.id })
  })
  await listsChanged(ctx, post.id)
}

/** After COMMIT of what takes a post away or gives it back: what is remembered of lists must not show it any longer. */
export async function listsChanged(ctx: AppContext, postId: number): Promise<void> {
  await Promise.all([ctx.memory.forget(POPULAR_MEMORY_KEY), ctx.memory.forget(WAITING_MEMORY_KEY), ranksChanged(ctx, [postId])])
}

// For comments and moderation, inside their transactions.

export const holdPost = (trx: Db, postId: number): Promise<Post | undefined> => repository.holdPost(trx, postId)

/** One more comment on a post that is held, and the number that it gets. */
export async function addComment(trx: Db, held: Post, at: Date): Promise<number> {
  const number = held.lastCommentNumber + 1
  await index.changeHeld(trx, held, { commentCount: held.commentCount + 1, lastCommentNumber: number, lastActivityAt: at })
  return number
}

/** A comment of a post that is held went, or came back. */
export async function changeCommentCount(trx: Db, held: Post, by: 1 | -1): Promise<void> {
  await index.changeHeld(trx, held, { commentCount: held.commentCount + by })
}

/** Of a question: the comment that answers it, or none any more. */
export async function setAccepted(trx: Db, post: Pick<Post, 'id'>, commentId: number | null): Promise<void> {
  await repository.updateAccepted(trx, post.id, commentId)
}

/** A comment that goes is no answer. */
export async function withdrawAccepted(trx: Db, post: Pick<Post, 'id'>, commentId: number): Promise<void> {
  await repository.forgetAccepted(trx, post.id, commentId)
}

/** What is deleted is no notice any more: nothing is ever deleted but pinned. */
export async function setPostStatus(trx: Db, post: Pick<Post, 'id'>, status: PostStatus, now: Date): Promise<void> {
  const deleted = { status, deletedAt: now, pinnedAt: null, announced: 0 } as const
  await index.changeListing(trx, post.id, status === 'deleted' ? deleted : { status, deletedAt: null })
}

/** A notice stands until somebody unpins it, or until a moment; on its own board, or on all; for all readers of the board when staff wrote it. */
export async function setPinned(
  trx: Db,
  post: Pick<Post, 'id'>,
  pinnedAt: Date | null,
  { until = null, everywhere = false, announced = false }: { until?: Date | null; everywhere?: boolean; announced?: boolean } = {},
): Promise<void> {
  const how = { pinnedUntil: until, pinnedEverywhere: everywhere ? 1 : 0, announced: announced ? 1 : 0 } as const
  await index.changeListing(trx, post.id, { pinnedAt, ...how })
}

export async function setLocked(trx: Db, post: Pick<Post, 'id'>, lockedAt: Date | null): Promise<void> {
  await repository.updateLock(trx, post.id, lockedAt)
}
