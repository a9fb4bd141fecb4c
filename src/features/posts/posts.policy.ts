import { guest, type Viewer } from '../../context.ts'
import { canReadOn, canWriteOn, moderates, seesAllPosts } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from './posts.types.ts'

/** Pure questions. Services enforce the answer; view models use the same answer to draw the button. */

export const wrote = (viewer: Viewer, post: Pick<Post, 'authorId'>): boolean =>
  viewer.memberId !== null && viewer.memberId === post.authorId

type Readable = Pick<Post, 'authorId' | 'status' | 'secret'>

/** A hidden post stays open to its author, who is told why, and so does one that waits; a deleted one to the moderators alone. */
export const canReadPost = (viewer: Viewer, board: Board, post: Readable): boolean =>
  canReadOn(viewer, board) &&
  (moderates(viewer, board) ||
    (wrote(viewer, post) && post.status !== 'deleted') ||
    (post.status === 'visible' && post.secret === 0 && seesAllPosts(viewer, board)))

/** Whether everyone may read it, who is not even here: feeds, cards and search engines get no other. */
export const isPublic = (board: Board, post: Readable): boolean => canReadPost(guest, board, post)

/** Whether a list may show its title and first words: of a secret post others see only that it is there. */
export const canReadTitle = (viewer: Viewer, board: Board, post: Pick<Post, 'authorId' | 'secret'>): boolean =>
  post.secret === 0 || moderates(viewer, board) || wrote(viewer, post)

/** In the author's name nobody else writes: moderators hide, and say why. */
export const canEditPost = (viewer: Viewer, board: Board, post: Pick<Post, 'authorId' | 'status' | 'lockedAt'>): boolean =>
  wrote(viewer, post) && canWriteOn(viewer, board) && post.status === 'visible' && (post.lockedAt === null || moderates(viewer, board))

/** Comments belong to those who wrote them: a post that has some is no longer its author's alone to remove. */
export const canDeletePost = (
  viewer: Viewer,
  board: Board,
  post: Pick<Post, 'authorId' | 'status' | 'lockedAt' | 'commentCount'>,
): boolean =>
  wrote(viewer, post) &&
  canReadOn(viewer, board) &&
  post.status === 'visible' &&
  post.commentCount === 0 &&
  (post.lockedAt === null || moderates(viewer, board))

/** One's own post is recommended by others. */
export const canVoteFor = (viewer: Viewer, board: Board, post: Readable): boolean =>
  viewer.memberId !== null &&
  board.votes !== 'none' &&
  canReadPost(viewer, board, post) &&
  post.status === 'visible' &&
  !wrote(viewer, post)

export const canVoteAgainst = (viewer: Viewer, board: Board, post: Readable): boolean =>
  board.votes === 'updown' && canVoteFor(viewer, board, post)
