import type { AppContext, Reader } from '../../../context.ts'
import type { FormState } from '../../../lib/http/form.ts'
import { json, type Reply } from '../../../lib/http/reply.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { newSubmissionKey } from '../../submissions/submissions.service.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { undeleteCommentPath } from '../comments.paths.ts'
import { findDrawnComment, loadDrawnComment } from '../comments.read-models.ts'
import type { Place } from '../comments.types.ts'
import { commentsPart } from '../threads/comments-part.view-models.ts'
import { errorText } from './comment-forms.view-models.ts'

interface At {
  board: string
  number: number
  comment: number
}

/** How long a browser offers to take a deletion back. The server takes it for longer: a line may be slow (comments.policy.ts). */
const OFFERED_SECONDS = 10

/** A comment that was written or changed, as its thread shows it now; the key with which the form may send another; and its address, for who reads another page. */
export async function writtenPart(
  ctx: AppContext,
  reader: Reader,
  { address, ...at }: At & { address?: string },
  said: MessageKey,
): Promise<Reply> {
  const place = await loadPlace(ctx, reader.viewer, at)
  const row = await loadDrawnComment(ctx, place, at.comment)
  return commentsPart(reader, place, [row], { said: reader.t(said), address, submissionKey: newSubmissionKey() })
}

/** What is left of a deleted comment, if anything is, and how that is taken back. */
export async function deletedPart(ctx: AppContext, reader: Reader, at: At): Promise<Reply> {
  const place = await loadPlace(ctx, reader.viewer, at)
  const row = await findDrawnComment(ctx, place, at.comment)
  return commentsPart(reader, place, row ? [row] : [], {
    said: reader.t('comments.flash.deleted'),
    undo: {
      path: undeleteCommentPath(place.board, place.post.number, at.comment),
      label: reader.t('comments.undelete'),
      seconds: OFFERED_SECONDS,
    },
  })
}

/** Said beside the form, which stays as it is but for these `fields`. */
export const refusedPart = (reader: Reader, place: Place, { errors }: FormState, status: 409 | 422, fields: object = {}): Reply =>
  json({ error: errorText(reader, place, { draft: {}, errors }), fields }, status)
