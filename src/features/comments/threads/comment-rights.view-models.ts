import type { Reader } from '../../../context.ts'
import { guestWriteCommentPath, writeCommentPath } from '../comments.paths.ts'
import * as policy from '../comments.policy.ts'
import type { CommentRow, Place } from '../comments.types.ts'
import type { CommentItem } from './comment-section.types.ts'

const stubOf = { visible: 'comments.secret', hidden: 'comments.hidden', deleted: 'comments.deleted' } as const

/** What stands in place of words that this reader may not see, or above those that few do. */
export const wordsInstead = ({ t }: Reader, row: CommentRow, seen: boolean): Pick<CommentItem, 'stub' | 'notice'> => ({
  stub: seen ? null : t(row.waiting === 1 ? 'comments.waiting' : stubOf[row.status]),
  notice: row.status === 'hidden' ? t(row.waiting === 1 ? 'comments.waitingNotice' : 'comments.hiddenNotice') : null,
})

/** Guests have a page of their own for it. */
export function replyPath({ viewer }: Reader, place: Place, row: CommentRow): string | null {
  if (!policy.canReplyTo(viewer, place, row)) return null
  return (viewer.memberId === null ? guestWriteCommentPath : writeCommentPath)(place.board, place.post.number, row.number)
}

/** Whose secret words nobody sees, of those nobody is told the name: below them neither. */
export const answeredOf = ({ parentAuthorId, parentSecret, parentAddresseeId }: CommentRow) => ({
  ...{ authorId: parentAuthorId, secret: parentSecret ?? 0, addresseeId: parentAddresseeId },
  status: 'visible' as const,
})
