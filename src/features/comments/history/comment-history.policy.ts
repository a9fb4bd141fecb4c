import type { Viewer } from '../../../context.ts'
import { moderates } from '../../boards/boards.policy.ts'
import { canSeeBody } from '../comments.policy.ts'
import type { CommentRow, Place } from '../comments.types.ts'

/** As for posts: what a comment once said is for whom its board shows it to, and for nobody who may not read what it says now. */
export const canSeeCommentHistory = (viewer: Viewer, place: Place, comment: CommentRow): boolean =>
  canSeeBody(viewer, place, comment) &&
  ((viewer.memberId !== null && viewer.memberId === comment.authorId) ||
    moderates(viewer, place.board) ||
    place.board.history === 'everyone' ||
    (place.board.history === 'members' && viewer.memberId !== null))

/** Words that had to go have to go from what stood before as well. */
export const canPurgeCommentHistory = (viewer: Viewer, place: Place, comment: CommentRow): boolean =>
  moderates(viewer, place.board) && canSeeCommentHistory(viewer, place, comment)
