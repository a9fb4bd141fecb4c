import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import { endDrafts } from '../drafts/drafts.service.ts'
import { editDraftKey } from '../drafts/drafts.types.ts'
import { renderWritten } from './bodies/render-body.read-models.ts'
import * as index from './lists/page-index.repository.ts'
import { keepMentions, tellCalled } from './mentions/post-mentions.service.ts'
import { POPULAR_MEMORY_KEY } from './overview.read-models.ts'
import { editPostPath } from './posts.paths.ts'
import { canDeletePost, canEditPost, canMakePrivate, isPrivate, statusAfter, wrote } from './posts.policy.ts'
import * as repository from './posts.repository.ts'
import type { Post, PostDraft, PostStatus } from './posts.types.ts'
import { ranksChanged } from './ranks/ranks.service.ts'
import { hideReplies } from './replies/replies.repository.ts'
import { WAITING_MEMORY_KEY } from './waiting-posts.read-models.ts'
import { keepAround, listedAs } from './writing/keep-post.service.ts'
import { saveText } from './writing/save-text.service.ts'

/** @returns false when the post was changed since the version that this change began from; nothing is saved then */
export async function editPost(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  change: PostDraft & { version: number; why: string },
): Promise<boolean> {
  const ownerId = post.authorId ?? 0
  const text = await renderWritten(ctx, { source: change.body, ownerId, postId: post.id })
  const saved = await inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdPost(trx, post.id)
    if (!held || !canEditPost(viewer, board, held)) throw new Forbidden('may not edit (any more)', 'posts.mayNotEdit')
    const changedAt = ctx.clock.now()
    const facts = { text, changedBy: viewer.memberId, changedAt, reason: change.why, restored: null }
    if (!(await saveText(trx, { board, held }, change, facts))) return false
    const { secret } = listedAs(board, change, text, held)
    if (held.secret === 0 && secret === 1) await hideReplies(trx, post.id)
    const state = stateAfter(viewer, board, held, change.private)
    await index.changeHeld(trx, held, { categoryId: change.categoryId ?? null, ...state })
    await keepAround(trx, { postId: post.id, boardId: board.id, ownerId, isNew: false }, change)
    await keepMentions(trx, { postId: post.id, isNew: false }, text.mentions)
    await addToOutbox(trx, 'post.edited', { postId: post.id, boardId: board.id })
    await tellCalled(ctx, trx, board, { ...held, ...state, secret })
    const place = { kind: 'edit', boardId: board.id, path: editPostPath(board, post.number) } as const
    await endDrafts(trx, [{ ...place, memberId: ownerId, key: editDraftKey(post.id) }], changedAt)
    return true
  })
  if (saved) await listsChanged(ctx, post.id)
  return saved
}

/** What is private is no notice any more. */
function stateAfter(
  viewer: Viewer,
  board: Board,
  held: Post,
  wish: boolean | undefined,
): Partial<Pick<Post, 'status' | 'pinnedAt' | 'announced'>> {
  const status = statusAfter(viewer, board, held, wish)
  if (status === held.status) return {}
  if (!isPrivate({ status })) return { status }
  if (!canMakePrivate(viewer, board, held)) throw new Forbidden('may not make private', 'posts.publish.mayNotHide')
  return { status, pinnedAt: null, announced: 0 }
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

/** So many more comments on a post that is held: they get the numbers after its last. Of those that wait for somebody's eye none is counted. */
export async function addComments(trx: Db, held: Post, { numbers, seen }: { numbers: number; seen: number }, at: Date): Promise<void> {
  const change = { commentCount: held.commentCount + seen, lastCommentNumber: held.lastCommentNumber + numbers }
  await index.changeHeld(trx, held, { ...change, ...(seen > 0 ? { lastActivityAt: at } : {}) })
}

/** A comment of a post that is held went, or came back. */
export async function changeCommentCount(trx: Db, held: Post, by: 1 | -1): Promise<void> {
  await index.changeHeld(trx, held, { commentCount: held.commentCount + by })
}

/** Comments of a post that is held have changed. @returns the number of this change */
export async function addChange(trx: Db, held: Pick<Post, 'id' | 'lastChangeNumber'>): Promise<number> {
  const number = held.lastChangeNumber + 1
  await repository.updateLastChange(trx, held.id, number)
  return number
}

/** Of a question: the comment that answers it, or none any more. */
export async function setAccepted(trx: Db, post: Pick<Post, 'id'>, commentId: number | null): Promise<void> {
  await repository.updateAccepted(trx, post.id, commentId)
}

/** The comment that stands above the others, or none any more. */
export async function setPinnedComment(trx: Db, post: Pick<Post, 'id'>, commentId: number | null): Promise<void> {
  await repository.updatePinnedComment(trx, post.id, commentId)
}

/** A comment that goes is no answer, and stands above nothing. */
export async function withdrawAccepted(trx: Db, post: Pick<Post, 'id'>, commentId: number): Promise<void> {
  await repository.forgetComment(trx, post.id, commentId)
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
