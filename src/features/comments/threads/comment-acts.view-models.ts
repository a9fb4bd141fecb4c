import type { Reader } from '../../../context.ts'
import { unmaskPath } from '../../moderation/moderation.paths.ts'
import { canUnmask } from '../../moderation/moderation.policy.ts'
import { mutePath } from '../../mutes/mutes.paths.ts'
import { canMute } from '../../mutes/mutes.policy.ts'
import { voteButtons } from '../../posts/votes/votes.types.ts'
import { reportCommentPath } from '../../reports/reports.paths.ts'
import { canReportComment } from '../../reports/reports.policy.ts'
import {
  acceptCommentPath,
  commentPath,
  deleteCommentPath,
  editCommentPath,
  guestKeyOfCommentPath,
  hideCommentPath,
  pinCommentPath,
  restoreCommentPath,
  voteCommentPath,
} from '../comments.paths.ts'
import * as policy from '../comments.policy.ts'
import type { CommentRow, Place } from '../comments.types.ts'
import type { CommentItem } from './comment-section.types.ts'

/** What this reader can do with a comment. */

export function actsOn({ t, viewer }: Reader, place: Place, row: CommentRow): CommentItem['acts'] {
  const acts: CommentItem['acts'] = []
  const at = [place.board, place.post.number, row.number] as const
  const add = (may: boolean, label: string, path: string, here: 'edit' | 'delete' | null = null) => may && acts.push({ label, path, here })
  // Whose it is is asked for there.
  add(row.guestName !== null && row.status === 'visible', t('guestPosts.change'), guestKeyOfCommentPath(...at))
  add(policy.canEditComment(viewer, place, row), t('comments.edit'), editCommentPath(...at), 'edit')
  add(policy.canDeleteComment(viewer, row), t('comments.delete'), deleteCommentPath(...at), 'delete')
  const mayReport = viewer.memberId === null ? row.status === 'visible' : canReportComment(viewer, place, row)
  add(mayReport, t('posts.report'), reportCommentPath(...at))
  const { nickname } = row
  if (row.status === 'visible' && row.anonymous === 0 && nickname !== null && canMute(viewer, row.authorId))
    add(true, t(row.muted === 1 ? 'mutes.unmute' : 'mutes.mute'), mutePath(nickname, commentPath(...at)))
  add(policy.canHideComment(viewer, place, row), t('comments.hide'), hideCommentPath(...at))
  add(row.anonymous === 1 && canUnmask(viewer), t('moderation.act.unmask'), unmaskPath(...at))
  add(
    policy.canRestoreComment(viewer, place, row),
    t(row.waiting === 1 ? 'comments.approve' : 'comments.restore'),
    restoreCommentPath(...at),
  )
  return acts
}

export function acceptOf({ t, viewer }: Reader, place: Place, row: CommentRow): CommentItem['accept'] {
  if (!policy.canAccept(viewer, place, row)) return null
  const isAccepted = row.id === place.post.acceptedCommentId
  return {
    action: acceptCommentPath(place.board, place.post.number, row.number),
    label: t(isAccepted ? 'comments.unaccept' : 'comments.accept'),
    wish: isAccepted ? 'no' : 'yes',
  }
}

export function pinOf({ t, viewer }: Reader, place: Place, row: CommentRow): CommentItem['pin'] {
  if (!policy.canPinComment(viewer, place, row)) return null
  const isPinned = row.id === place.post.pinnedCommentId
  return {
    action: pinCommentPath(place.board, place.post.number, row.number),
    label: t(isPinned ? 'comments.unpin' : 'comments.pin'),
    wish: isPinned ? 'no' : 'yes',
  }
}

export function voteOf(reader: Reader, place: Place, row: CommentRow): CommentItem['vote'] {
  const { board, post } = place
  if (board.votes === 'none' || row.status !== 'visible') return null
  const { viewer } = reader
  return {
    ...voteButtons(reader, board, { ...row, ownVote: row.ownVote ?? null }),
    action: policy.canVoteForComment(viewer, place, row) ? voteCommentPath(board, post.number, row.number) : null,
    logInPath: viewer.memberId === null ? `/login?returnTo=${encodeURIComponent(commentPath(board, post.number, row.number))}` : null,
  }
}
