import type { Viewer } from '../../../context.ts'
import { canSeeBody } from '../comments.policy.ts'
import type { Comment, Place } from '../comments.types.ts'

type Said = Pick<Comment, 'number' | 'authorId' | 'status'>

/** `since`: the newest comment at the last visit; null: the first visit, on which everything would be new. What one wrote oneself never is. */
export const isUnread = (viewer: Viewer, place: Pick<Place, 'board'>, comment: Said, since: number | null): boolean =>
  since !== null &&
  comment.number > since &&
  comment.status === 'visible' &&
  canSeeBody(viewer, place, comment) &&
  (viewer.memberId === null || viewer.memberId !== comment.authorId)
