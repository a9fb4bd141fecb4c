import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import { canCommentOn } from '../../boards/boards.policy.ts'
import { unmaskPath } from '../../moderation/moderation.paths.ts'
import { canUnmask } from '../../moderation/moderation.policy.ts'
import { mutePath } from '../../mutes/mutes.paths.ts'
import { canMute } from '../../mutes/mutes.policy.ts'
import { reportCommentPath } from '../../reports/reports.paths.ts'
import { canReportComment } from '../../reports/reports.policy.ts'
import { commentAuthor, commentName, foldMark, isByPostAuthor, staffMark } from '../comment-names.types.ts'
import {
  acceptCommentPath,
  commentAnchor,
  commentPath,
  deleteCommentPath,
  editCommentPath,
  hideCommentPath,
  restoreCommentPath,
  threadPagePath,
  writeCommentPath,
} from '../comments.paths.ts'
import * as policy from '../comments.policy.ts'
import { type CommentRow, depthOf, type Place } from '../comments.types.ts'
import { commentHistoryPath } from '../history/comment-history.paths.ts'
import { canSeeCommentHistory } from '../history/comment-history.policy.ts'
import type { LiveThread } from '../live/live.types.ts'
import { withSince } from '../unread/unread.paths.ts'
import { isUnread } from '../unread/unread.policy.ts'
import { nextUnread } from '../unread/unread.view-models.ts'
import { newCommentForm } from '../writing/comment-forms.view-models.ts'
import type { CommentItem, CommentSection, ThreadPages } from './comment-section.types.ts'

/** Deeper replies stand under each other; the style sheet draws fewer steps on a phone. */
const DRAWN_DEPTH = 4
/** From here on an indent alone no longer tells whom a reply answers, on a phone at least. */
const NAMED_FROM_DEPTH = 2

export interface ThreadState {
  page: number
  pageCount: number
  submissionKey: string
  live: LiveThread | null
  /** Of the post, with the list that it was opened from. */
  address: string
  /** Number of the newest comment at the last visit; null on the first. */
  since: number | null
  /** On all pages; null where one page holds all. */
  unread: number | null
}

export function commentSection(
  reader: Reader,
  place: Place,
  { rows, accepted }: { rows: readonly CommentRow[]; accepted: CommentRow | null },
  state: ThreadState,
): CommentSection {
  const { t, viewer } = reader
  const open = policy.canComment(viewer, place)
  const items = rows.map((row) => commentItem(reader, place, row, state.since))
  return {
    behaviors: behaviorsOf({ open, member: viewer.memberId !== null, some: rows.length > 0 }),
    countText: reader.number(place.post.commentCount),
    accepted: accepted && commentItem(reader, place, accepted),
    items,
    live: state.live,
    pages: state.pageCount > 1 ? threadPages(reader, state) : null,
    form: open ? { ...newCommentForm(reader, place, state.submissionKey), inPlace: true } : null,
    closed: open ? null : whyClosed(reader, place),
    invitation:
      policy.isOpen(place) && place.board.commentsEnabled && viewer.memberId === null
        ? {
            label: t('comments.logInToComment'),
            path: `/login?returnTo=${encodeURIComponent(`${state.address}#comments`)}`,
          }
        : null,
    unread: nextUnread(reader, place, state.since, state.unread ?? items.filter((item) => item.isUnread).length),
  }
}

/** `since`: as of the thread's state; without it nothing is marked as new. */
/** Scripts come for those who have a use for them. */
const behaviorsOf = ({ open, member, some }: { open: boolean; member: boolean; some: boolean }): string =>
  [...(open ? ['reply', 'quote-selection'] : []), ...(member ? ['change-here'] : []), ...(some ? ['unread', 'fold-threads'] : [])].join(' ')

export function commentItem(reader: Reader, place: Place, row: CommentRow, since: number | null = null): CommentItem {
  const { t, viewer } = reader
  const { board, post } = place
  const depth = depthOf(row.path)
  const seen = policy.canSeeBody(viewer, place, row)
  return {
    number: row.number,
    anchor: `comment-${row.number}`,
    path: commentPath(board, post.number, row.number),
    depth: Math.min(depth, DRAWN_DEPTH),
    trueDepth: depth,
    parent: row.parentNumber,
    answers:
      depth >= NAMED_FROM_DEPTH && row.parentNumber !== null && policy.canSeeBody(viewer, place, answeredOf(row))
        ? {
            label: t('comments.answers', { name: nameOfAnswered(reader, row) }),
            path: commentAnchor(row.parentNumber),
          }
        : null,
    stub: seen ? null : t(stubOf[row.status]),
    notice: row.status === 'hidden' ? t('comments.hiddenNotice') : null,
    author: commentAuthor(reader, row),
    byPostAuthor: isByPostAuthor(row, place),
    staff: staffMark(reader, row),
    folded: foldMark(reader, row),
    isUnread: isUnread(viewer, place, row, since),
    date: reader.date(row.createdAt),
    edited: row.editedAt && reader.date(row.editedAt),
    historyPath: row.editedAt && canSeeCommentHistory(viewer, place, row) ? commentHistoryPath(board, post.number, row.number) : null,
    bodyHtml: seen ? wordedHtml(row.html, t) : '',
    replyPath: policy.canReplyTo(viewer, place, row) ? writeCommentPath(board, post.number, row.number) : null,
    acts: actsOn(reader, place, row),
    isAccepted: row.id === post.acceptedCommentId,
    isSecret: row.secret === 1,
    accept: acceptOf(reader, place, row),
  }
}

const stubOf = { visible: 'comments.secret', hidden: 'comments.hidden', deleted: 'comments.deleted' } as const

/** Whose secret words nobody sees, of those nobody is told the name: below them neither. */
const answeredOf = ({ parentAuthorId, parentSecret, parentAddresseeId }: CommentRow) => ({
  ...{ authorId: parentAuthorId, secret: parentSecret ?? 0, addresseeId: parentAddresseeId },
  status: 'visible' as const,
})

const nameOfAnswered = (reader: Reader, row: CommentRow): string =>
  commentName(reader, { nickname: row.parentNickname, anonymous: row.parentAnonymous ?? 0, alias: row.parentAlias })

function actsOn({ t, viewer }: Reader, place: Place, row: CommentRow): CommentItem['acts'] {
  const acts: CommentItem['acts'] = []
  const at = [place.board, place.post.number, row.number] as const
  const add = (may: boolean, label: string, path: string, here: 'edit' | 'delete' | null = null) => may && acts.push({ label, path, here })
  add(policy.canEditComment(viewer, place, row), t('comments.edit'), editCommentPath(...at), 'edit')
  add(policy.canDeleteComment(viewer, row), t('comments.delete'), deleteCommentPath(...at), 'delete')
  const mayReport = viewer.memberId === null ? row.status === 'visible' : canReportComment(viewer, place, row)
  add(mayReport, t('posts.report'), reportCommentPath(...at))
  const { nickname } = row
  if (row.status === 'visible' && row.anonymous === 0 && nickname !== null && canMute(viewer, row.authorId))
    add(true, t(row.muted === 1 ? 'mutes.unmute' : 'mutes.mute'), mutePath(nickname, commentPath(...at)))
  add(policy.canHideComment(viewer, place, row), t('comments.hide'), hideCommentPath(...at))
  add(row.anonymous === 1 && canUnmask(viewer), t('moderation.act.unmask'), unmaskPath(...at))
  add(policy.canRestoreComment(viewer, place, row), t('comments.restore'), restoreCommentPath(...at))
  return acts
}

function acceptOf({ t, viewer }: Reader, place: Place, row: CommentRow): CommentItem['accept'] {
  if (!policy.canAccept(viewer, place, row)) return null
  const isAccepted = row.id === place.post.acceptedCommentId
  return {
    action: acceptCommentPath(place.board, place.post.number, row.number),
    label: t(isAccepted ? 'comments.unaccept' : 'comments.accept'),
    wish: isAccepted ? 'no' : 'yes',
  }
}

/** A guest whose level is too low is told so only where a member's would do. */
function whyClosed({ t, viewer }: Reader, place: Place): string | null {
  if (!place.board.commentsEnabled) return t('comments.off')
  if (place.post.commentsClosed === 1) return t('comments.closedByAuthor')
  if (!policy.isOpen(place)) return t('comments.closed')
  return viewer.memberId !== null && !canCommentOn(viewer, place.board) ? t('comments.levelTooLow') : null
}

const threadPages = ({ t, number }: Reader, { page, pageCount, address, since }: ThreadState): ThreadPages => ({
  label: t('comments.pages'),
  links: nearbyPages(page, pageCount).map((to) => ({
    label: number(to),
    path: withSince(threadPagePath(address, to), since),
    current: to === page,
  })),
})

/** The first, the last, and those around the present one. */
function nearbyPages(page: number, pageCount: number): number[] {
  const around = Array.from({ length: 5 }, (_, step) => page - 2 + step).filter((near) => near > 1 && near < pageCount)
  return [1, ...around, pageCount]
}
