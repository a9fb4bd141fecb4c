import { guest, type Viewer } from '../../context.ts'
import { canReadOn, canReplyOn, canWriteOn, moderates, seesAllPosts } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post, PostStatus } from './posts.types.ts'

/** Pure questions. Services enforce the answer; view models use the same answer to draw the button. */

export const wrote = (viewer: Viewer, post: Pick<Post, 'id' | 'authorId'>): boolean =>
  viewer.memberId === null ? viewer.opened !== undefined && viewer.opened === post.id : viewer.memberId === post.authorId

export type Readable = Pick<Post, 'id' | 'authorId' | 'status' | 'secret' | 'announced' | 'rootAuthorId'>

/** Whose post is answered reads the answer, however few others may: that of a secret question, that of staff where everyone sees their own alone. */
const isAnswered = (viewer: Viewer, { rootAuthorId }: { rootAuthorId?: number | null }): boolean =>
  viewer.memberId !== null && viewer.memberId === rootAuthorId

/** Made private by its author (나만 보기). */
export const isPrivate = ({ status }: Pick<Post, 'status'>): boolean => status === 'private' || status === 'withdrawn'

/**
 * A hidden post stays open to its author, who is told why, and so does one that waits; a deleted one to the moderators alone. What was private from
 * the first is nobody's but its author's: it reached no one, and there is nothing to keep in order.
 */
export const canReadPost = (viewer: Viewer, board: Board, post: Readable): boolean =>
  canReadOn(viewer, board) &&
  ((moderates(viewer, board) && post.status !== 'private') ||
    (wrote(viewer, post) && post.status !== 'deleted') ||
    (post.status === 'visible' &&
      (isAnswered(viewer, post) || (post.secret === 0 && (post.announced === 1 || seesAllPosts(viewer, board))))))

/** Whether everyone may read it, who is not even here: feeds, cards and search engines get no other. */
export const isPublic = (board: Board, post: Readable): boolean => canReadPost(guest, board, post)

/** Of what was deleted some boards say that it was there; what was hidden or waits says nothing. */
export const leavesStub = (viewer: Viewer, board: Board, post: Readable): boolean =>
  post.status === 'deleted' && board.removed === 'stub' && seesAllPosts(viewer, board) && !canReadPost(viewer, board, post)

/** Whether a list may show its title and first words: of a secret post others see only that it is there. */
export const canReadTitle = (
  viewer: Viewer,
  board: Board,
  post: Pick<Post, 'id' | 'authorId' | 'secret'> & { rootAuthorId?: number | null },
): boolean => post.secret === 0 || moderates(viewer, board) || wrote(viewer, post) || isAnswered(viewer, post)

type Changeable = Pick<Post, 'id' | 'authorId' | 'status' | 'lockedAt' | 'commentCount'>

/** One's own, that is still there; a locked one is nobody's but those who could unlock it. */
const isOwnToChange = (viewer: Viewer, board: Board, post: Changeable): boolean =>
  wrote(viewer, post) &&
  ['visible', 'pending', 'private', 'withdrawn'].includes(post.status) &&
  (post.lockedAt === null || moderates(viewer, board))

/** In the author's name nobody else writes: moderators hide, and say why. What others answered may be no longer changed, as the board wants it. */
export const canEditPost = (viewer: Viewer, board: Board, post: Changeable): boolean =>
  isOwnToChange(viewer, board, post) &&
  canWriteOn(viewer, board) &&
  (board.editAfterComments || post.commentCount === 0 || moderates(viewer, board))

/** Comments and replies belong to those who wrote them: a post that has some is its author's to remove only where the board says so. */
export const canDeletePost = (viewer: Viewer, board: Board, post: Changeable & Pick<Post, 'replyCount'>): boolean =>
  isOwnToChange(viewer, board, post) &&
  canReadOn(viewer, board) &&
  (board.deleteAfterComments || (post.commentCount === 0 && post.replyCount === 0) || moderates(viewer, board))

/**
 * It goes from readers as by deleting, so the same rules hold: words of others below it aren't its author's to take away. Whom a password alone
 * makes an author could not be shown it.
 */
export const canMakePrivate = (viewer: Viewer, board: Board, post: Changeable & Pick<Post, 'replyCount'>): boolean =>
  viewer.memberId !== null && (isPrivate(post) || (board.privatePosts && canDeletePost(viewer, board, post)))

/** What a post becomes when its author wishes it private or open. One that was never let in waits to be. */
export function statusAfter(viewer: Viewer, board: Board, { status }: Pick<Post, 'status'>, wish: boolean | undefined): PostStatus {
  if (wish === undefined || wish === isPrivate({ status })) return status
  if (wish) return status === 'visible' ? 'withdrawn' : 'private'
  return status === 'private' && waitsForApproval(viewer, board) ? 'pending' : 'visible'
}

/** Who keeps order has nobody to wait for. */
export const waitsForApproval = (viewer: Viewer, board: Board): boolean => board.approval && !moderates(viewer, board)

/** One's own post is recommended by others. */
export const canVoteFor = (viewer: Viewer, board: Board, post: Readable): boolean =>
  viewer.memberId !== null &&
  board.votes !== 'none' &&
  canReadPost(viewer, board, post) &&
  post.status === 'visible' &&
  !wrote(viewer, post)

export const canVoteAgainst = (viewer: Viewer, board: Board, post: Readable): boolean =>
  board.votes === 'updown' && canVoteFor(viewer, board, post)

/** As deep as lists can show it. */
export const MOST_LEVELS = 10
/** Of one thread: all of it is read at once. */
export const MOST_REPLIES = 200

type Answerable = Readable & Pick<Post, 'lockedAt' | 'pinnedAt' | 'rootId' | 'replyPath'>

/** Writes a post below it. Where others can't read the question, the answer is between its author and those who keep order. A notice has none. */
export const canReplyTo = (viewer: Viewer, board: Board, post: Answerable): boolean =>
  viewer.memberId !== null &&
  canReplyOn(viewer, board) &&
  canReadPost(viewer, board, post) &&
  post.status === 'visible' &&
  post.lockedAt === null &&
  post.pinnedAt === null &&
  (post.replyPath ?? '').length < MOST_LEVELS * 4 &&
  (moderates(viewer, board) ||
    isAnswered(viewer, post) ||
    (post.rootId === null && wrote(viewer, post)) ||
    (post.secret === 0 && seesAllPosts(viewer, board)))
