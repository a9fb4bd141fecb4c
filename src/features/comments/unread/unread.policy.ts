import type { Viewer } from '../../../context.ts'
import { canSeeBody } from '../comments.policy.ts'
import type { CommentRow, Place } from '../comments.types.ts'

/** `since`: the newest comment at the last visit; null: the first visit, on which everything would be new. What one wrote oneself, or doesn't want to see, never is. */
export const isUnread = (viewer: Viewer, place: Place, comment: CommentRow, since: number | null): boolean =>
  since !== null &&
  comment.number > since &&
  comment.status === 'visible' &&
  comment.muted !== 1 &&
  canSeeBody(viewer, place, comment) &&
  (viewer.memberId === null || viewer.memberId !== comment.authorId)
