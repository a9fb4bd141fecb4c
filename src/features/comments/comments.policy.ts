import type { Viewer } from '../../context.ts'
import { canCommentOn, moderates } from '../boards/boards.policy.ts'
import type { Comment, Place } from './comments.types.ts'

/** Pure questions. Services enforce the answer; view models use the same answer to draw the button. */

type Rights = Pick<Comment, 'authorId' | 'status'>

const wrote = (viewer: Viewer, comment: Rights): boolean => viewer.memberId !== null && viewer.memberId === comment.authorId

/** A locked post is closed to everyone: who may unlock it can do so first, and the log then tells. So is one whose author wants no comments. */
export const isOpen = ({ post }: Pick<Place, 'post'>): boolean =>
  post.status === 'visible' && post.lockedAt === null && post.commentsClosed === 0

export const canComment = (viewer: Viewer, place: Place): boolean => canCommentOn(viewer, place.board) && isOpen(place)

export const canReplyTo = (viewer: Viewer, place: Place, comment: Rights): boolean =>
  comment.status === 'visible' && canComment(viewer, place)

export const canEditComment = (viewer: Viewer, place: Place, comment: Rights): boolean =>
  wrote(viewer, comment) && comment.status === 'visible' && canComment(viewer, place)

/** One may take back one's words under a locked post too. */
export const canDeleteComment = (viewer: Viewer, comment: Rights): boolean => wrote(viewer, comment) && comment.status === 'visible'

export const canHideComment = (viewer: Viewer, place: Pick<Place, 'board'>, comment: Rights): boolean =>
  moderates(viewer, place.board) && comment.status === 'visible'

export const canRestoreComment = (viewer: Viewer, place: Pick<Place, 'board'>, comment: Rights): boolean =>
  moderates(viewer, place.board) && comment.status === 'hidden'

/** An answer is taken by who asked, or by who keeps order; under a locked question by the latter alone. */
export const canAccept = (viewer: Viewer, { board, post }: Place, comment: Pick<Comment, 'status'>): boolean =>
  board.look === 'qna' &&
  comment.status === 'visible' &&
  post.status === 'visible' &&
  (moderates(viewer, board) || (viewer.memberId !== null && viewer.memberId === post.authorId && post.lockedAt === null))

/** Of a hidden comment others see that it was hidden, its author and the moderators what it said. */
export const canSeeBody = (viewer: Viewer, place: Pick<Place, 'board'>, comment: Rights): boolean =>
  comment.status === 'visible' || (comment.status === 'hidden' && (wrote(viewer, comment) || moderates(viewer, place.board)))
