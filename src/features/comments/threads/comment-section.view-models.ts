import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import type { Stickers } from '../../../lib/html/stickers.ts'
import type { CommentSort } from '../../boards/board-settings.types.ts'
import { canCommentOn } from '../../boards/boards.policy.ts'
import { commentAuthor, commentName, foldMark, isByPostAuthor, staffMark } from '../comment-names.types.ts'
import { commentAnchor, commentPath, commentsPath, guestWriteCommentPath, threadPageAddress, threadPagePath } from '../comments.paths.ts'
import * as policy from '../comments.policy.ts'
import { type CommentRow, depthOf, type Place } from '../comments.types.ts'
import { commentHistoryPath } from '../history/comment-history.paths.ts'
import { canSeeCommentHistory } from '../history/comment-history.policy.ts'
import type { LiveThread } from '../live/live.types.ts'
import { withSince } from '../unread/unread.paths.ts'
import { isUnread } from '../unread/unread.policy.ts'
import { nextUnread } from '../unread/unread.view-models.ts'
import { newCommentForm } from '../writing/comment-forms.view-models.ts'
import { answersTo } from './answers.view-models.ts'
import { acceptOf, actsOn, pinOf, voteOf } from './comment-acts.view-models.ts'
import { answeredOf, replyPath, wordsInstead } from './comment-rights.view-models.ts'
import type { CommentItem, CommentSection, CommentTop, ThreadPages } from './comment-section.types.ts'
import { sortsOn } from './comment-sort.types.ts'

/** Deeper replies stand under each other; the style sheet draws fewer steps on a phone. */
const DRAWN_DEPTH = 4
/** From here on an indent alone no longer tells whom a reply answers, on a phone at least. */
const NAMED_FROM_DEPTH = 2

export interface ThreadRows {
  rows: readonly CommentRow[]
  accepted: CommentRow | null
  pinned: CommentRow | null
  best: readonly CommentRow[]
}

export interface ThreadState {
  page: number
  pageCount: number
  sort: CommentSort
  ends: boolean
  submissionKey: string
  live: LiveThread | null
  /** Named in what machines are told of the page. */
  stickers: Stickers
  /** Of the post, with the list that it was opened from. */
  address: string
  /** Number of the newest comment at the last visit; null on the first. */
  since: number | null
  /** On all pages; null where one page holds all. */
  unread: number | null
}

export function commentSection(reader: Reader, place: Place, { rows, ...tops }: ThreadRows, state: ThreadState): CommentSection {
  const { t, viewer } = reader
  const open = viewer.memberId !== null && policy.canComment(viewer, place)
  const items = withReplies(rows.map((row) => commentItem(reader, place, row, state.since)))
  return {
    behaviors: behaviorsOf({ open, member: viewer.memberId !== null, some: rows.length > 0 }),
    countText: reader.number(place.post.commentCount),
    tops: topsOf(reader, place, tops),
    answers: answersTo(reader, place, { rows, accepted: tops.accepted }, state.stickers),
    items,
    live: state.live,
    sort: state.sort,
    ends: state.ends,
    sorts: rows.length > 1 ? sortChoices(reader, place, state) : null,
    buttons: viewer.memberId === null ? null : { returnTo: threadPageAddress(state.address, state.page) },
    pages: state.pageCount > 1 ? threadPages(reader, place, state) : null,
    form: open ? { ...newCommentForm(reader, place, state.submissionKey), inPlace: true } : null,
    closed: open ? null : whyClosed(reader, place),
    invitation:
      policy.isOpen(place) && place.board.commentsEnabled && viewer.memberId === null
        ? {
            label: t('comments.logInToComment'),
            path: `/login?returnTo=${encodeURIComponent(`${state.address}#comments`)}`,
          }
        : null,
    guestInvitation:
      viewer.memberId === null && policy.canComment(viewer, place)
        ? { label: t('guestComments.write'), path: guestWriteCommentPath(place.board, place.post.number) }
        : null,
    unread: nextUnread(reader, place, state.since, state.unread ?? items.filter((item) => item.isUnread).length),
  }
}

/** Scripts come for those who have a use for them. */
const behaviorsOf = ({ open, member, some }: { open: boolean; member: boolean; some: boolean }): string =>
  [...(open ? ['reply', 'quote-selection'] : []), ...(member ? ['change-here'] : []), ...(some ? ['unread', 'fold-threads'] : [])].join(' ')

/** Known from the first, so that the button that folds them moves nothing when its script comes. */
const withReplies = (items: readonly CommentItem[]): CommentItem[] =>
  items.map((item, index) => {
    const next = items.findIndex(({ trueDepth }, at) => at > index && trueDepth <= item.trueDepth)
    return { ...item, replies: (next === -1 ? items.length : next) - index - 1 }
  })

/** `since`: as of the thread's state; without it nothing is marked as new. */
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
    replies: 0,
    parent: row.parentNumber,
    state: stateOf(place, row, seen),
    answers:
      depth >= NAMED_FROM_DEPTH && row.parentNumber !== null && policy.canSeeBody(viewer, place, answeredOf(row))
        ? {
            label: t('comments.answers', { name: nameOfAnswered(reader, row) }),
            path: commentAnchor(row.parentNumber),
          }
        : null,
    ...wordsInstead(reader, row, seen),
    author: commentAuthor(reader, row),
    byPostAuthor: isByPostAuthor(row, place),
    staff: staffMark(reader, row),
    folded: foldMark(reader, row),
    isUnread: isUnread(viewer, place, row, since),
    date: reader.date(row.createdAt),
    edited: row.editedAt && reader.date(row.editedAt),
    historyPath: row.editedAt && canSeeCommentHistory(viewer, place, row) ? commentHistoryPath(board, post.number, row.number) : null,
    bodyHtml: seen ? wordedHtml(row.html, t) : '',
    replyPath: replyPath(reader, place, row),
    acts: actsOn(reader, place, row),
    isAccepted: row.id === post.acceptedCommentId,
    isSecret: row.secret === 1,
    isPinned: row.id === post.pinnedCommentId,
    pin: pinOf(reader, place, row),
    vote: voteOf(reader, place, row),
    accept: acceptOf(reader, place, row),
  }
}

/** Whoever may not read it isn't told either that it was rewritten. */
const stateOf = ({ post }: Place, { id, status, version }: CommentRow, seen: boolean): string =>
  [seen ? version : '', status.charAt(0), id === post.acceptedCommentId ? 'a' : '', id === post.pinnedCommentId ? 'p' : ''].join('')

const nameOfAnswered = (reader: Reader, row: CommentRow): string =>
  commentName(reader, {
    nickname: row.parentNickname,
    guestName: row.parentGuestName,
    anonymous: row.parentAnonymous ?? 0,
    alias: row.parentAlias,
  })

/** What stands above once is not shown there twice; nor what this reader may not see. */
function topsOf(reader: Reader, place: Place, { accepted, pinned, best }: Omit<ThreadRows, 'rows'>): CommentTop[] {
  const { t } = reader
  const top = (kind: CommentTop['kind'], icon: string, rows: readonly CommentRow[]): CommentTop => ({
    kind,
    heading: t(`comments.${kind}`),
    icon,
    comments: rows.filter((row) => policy.canSeeBody(reader.viewer, place, row)).map((row) => commentItem(reader, place, row)),
  })
  const [answer, above] = [accepted ? [accepted] : [], pinned && pinned.id !== accepted?.id ? [pinned] : []]
  const others = best.filter(({ id }) => id !== accepted?.id && id !== pinned?.id)
  return [top('accepted', 'check', answer), top('pinned', 'pin', above), top('best', 'thumb-up', others)].filter(
    ({ comments }) => comments.length > 0,
  )
}

/** A guest whose level is too low is told so only where a member's would do. */
function whyClosed({ t, viewer }: Reader, place: Place): string | null {
  if (!place.board.commentsEnabled) return t('comments.off')
  if (place.post.commentsClosed === 1) return t('comments.closedByAuthor')
  if (!policy.isOpen(place)) return t('comments.closed')
  return viewer.memberId !== null && !canCommentOn(viewer, place.board) ? t('comments.levelTooLow') : null
}

/** Chosen for all posts, and kept: the page begins anew, for its number means another place. */
const sortChoices = ({ t }: Reader, { board }: Place, { sort, address }: ThreadState): CommentSection['sorts'] => ({
  returnTo: `${address}#comments`,
  choices: sortsOn(board).map((value) => ({ value, label: t(`comments.sort.${value}`), chosen: value === sort })),
})

const threadPages = ({ t, number }: Reader, { board, post }: Place, { page, pageCount, address, since }: ThreadState): ThreadPages => ({
  label: t('comments.pages'),
  commentsPath: commentsPath(board, post.number),
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
