import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import { type Day, shiftDay, startOfDay } from '../../lib/time/zone.ts'
import { setCommentStatus } from '../comments/comments.service.ts'
import type { Comment, Place } from '../comments/comments.types.ts'
import { WAITING_COMMENTS_MEMORY_KEY } from '../comments/guest-comments/waiting-comments.read-models.ts'
import { commentsChanged } from '../comments/live/live.service.ts'
import { tellCalled } from '../posts/mentions/post-mentions.service.ts'
import { holdPost, listsChanged, setLocked, setPinned, setPostStatus } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { ranksChanged } from '../posts/ranks/ranks.service.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { eventOfAct } from './moderation.events.ts'
import { canModerate, canPinEverywhere, isDone, isPossible } from './moderation.policy.ts'
import { isByStaff } from './moderation.read-models.ts'
import * as repository from './moderation.repository.ts'
import type { Act, CommentAct, PostAct } from './moderation.types.ts'

/**
 * The change, its record and its news in one transaction.
 * @returns false when another moderator was faster and the post already is as wished: nothing is recorded twice
 * @throws Conflict when the post is in a state that the act doesn't fit any more
 */
export async function moderatePost(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: Place,
  { action, reason, ...how }: { action: PostAct; reason: string; pinnedUntil?: Day | null; everywhere?: boolean },
): Promise<boolean> {
  const moderatorId = moderatorOf(viewer, board)
  const pinning = { until: await endOf(ctx, how.pinnedUntil ?? null), everywhere: how.everywhere === true && canPinEverywhere(viewer) }
  const changed = await inTransaction(ctx.db, async (trx) => {
    const now = ctx.clock.now()
    const held = await holdPost(trx, post.id)
    if (held && isDone(action, held)) return false
    if (!held || !isPossible(action, held)) throw new Conflict(`no ${action} in the present state`, 'moderation.stateChanged')
    await changePost[action](trx, held, now, pinning)
    await recordAct(trx, { moderatorId, action, boardId: board.id, postId: held.id, memberId: held.authorId, reason, createdAt: now })
    await addToOutbox(trx, eventOfAct[action], { postId: held.id, boardId: board.id })
    if (action === 'approve' || action === 'restore') await tellCalled(ctx, trx, board, { ...held, status: 'visible' })
    return true
  })
  if (changed) await listsChanged(ctx, post.id)
  return changed
}

/** @returns false when the comment already is as wished */
export async function moderateComment(
  ctx: AppContext,
  viewer: Viewer,
  at: Place & { comment: Pick<Comment, 'id' | 'authorId'> },
  { action, reason }: { action: CommentAct; reason: string },
): Promise<boolean> {
  const moderatorId = moderatorOf(viewer, at.board)
  const done = await inTransaction(ctx.db, async (trx) => {
    const changed = await setCommentStatus(trx, at, action === 'hide-comment' ? 'hidden' : 'visible')
    if (!changed) return false
    const about = { boardId: at.board.id, postId: at.post.id, commentId: at.comment.id, memberId: at.comment.authorId }
    await recordAct(trx, { moderatorId, action, ...about, reason, createdAt: ctx.clock.now() })
    return true
  })
  if (!done) return false
  commentsChanged(ctx, at.post.id)
  await Promise.all([ranksChanged(ctx, [at.post.id]), ctx.memory.forget(WAITING_COMMENTS_MEMORY_KEY)])
  return true
}

/** For every feature whose staff acts on somebody: the row stands in the transaction of the act. */
export const recordAct = async (
  trx: Db,
  act: Pick<Act, 'moderatorId' | 'action' | 'memberId' | 'reason' | 'createdAt'> & Partial<Pick<Act, 'boardId' | 'postId' | 'commentId'>>,
): Promise<void> => {
  await repository.insertAct(trx, { boardId: null, postId: null, commentId: null, ...act })
}

/** When the day is over in the site's zone. */
async function endOf(ctx: AppContext, day: Day | null): Promise<Date | null> {
  return day === null ? null : startOfDay(shiftDay(day, 1), (await loadSettings(ctx)).zone)
}

type Pinning = { until: Date | null; everywhere: boolean }

// For who moves posts to another board, inside their transaction.

export async function moveActs(trx: Db, postIds: readonly number[], boardId: number): Promise<void> {
  await repository.moveActs(trx, postIds, boardId)
}

export async function moveActsOfBoard(trx: Db, from: number, into: number): Promise<void> {
  await repository.moveActsOfBoard(trx, from, into)
}

const changePost: Record<PostAct, (trx: Db, post: Post, now: Date, pinning: Pinning) => Promise<unknown>> = {
  // It keeps the number that it got: in lists it stands where it was written, as what is restored does.
  approve: (trx, post, now) => setPostStatus(trx, post, 'visible', now),
  hide: (trx, post, now) => setPostStatus(trx, post, 'hidden', now),
  restore: (trx, post, now) => setPostStatus(trx, post, 'visible', now),
  lock: (trx, post, now) => setLocked(trx, post, now),
  unlock: (trx, post) => setLocked(trx, post, null),
  pin: async (trx, post, now, pinning) => setPinned(trx, post, now, { ...pinning, announced: await isByStaff(trx, post) }),
  unpin: (trx, post) => setPinned(trx, post, null),
  delete: (trx, post, now) => setPostStatus(trx, post, 'deleted', now),
}

function moderatorOf(viewer: Viewer, board: Place['board']): number {
  if (viewer.memberId === null || !canModerate(viewer, board)) throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
  return viewer.memberId
}
