import type { Reader, Viewer } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { administers } from '../boards/boards.policy.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { commentName } from '../comments/comment-names.types.ts'
import { commentPath, hideCommentPath, restoreCommentPath } from '../comments/comments.paths.ts'
import type { CommentRow, Place } from '../comments/comments.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { canReadPost, wrote } from '../posts/posts.policy.ts'
import { postActPath } from './moderation.paths.ts'
import { canPinEverywhere, needsReason } from './moderation.policy.ts'
import { type ActLine, type ActRow, type CommentAct, type PostAct, REASON_LENGTH } from './moderation.types.ts'

/** Asks why before anything is done. */
export interface ReasonPage {
  heading: string
  about: string
  post: { title: string; path: string }
  comment: { nickname: string; bodyHtml: string } | null
  action: string
  reason: string
  reasonLabel: string
  reasonRequired: boolean
  error: string | null
  cancelPath: string
  danger: boolean
  /** Asked when a post becomes a notice. */
  pinning: { until: string; error: string | null; everywhere: { ticked: boolean } | null } | null
}

export function postReasonPage(reader: Reader, { board, post }: Place, action: PostAct, state: FormState): Reply {
  const path = postPath(board, post.number)
  const model: ReasonPage = {
    ...question(reader, action, state),
    pinning: action === 'pin' ? pinning(reader, state) : null,
    post: { title: post.title, path },
    comment: null,
    action: postActPath(board, post.number, action),
    cancelPath: path,
  }
  return reasonReply(reader, board, model)
}

export function commentReasonPage(reader: Reader, at: Place & { comment: CommentRow }, action: CommentAct, state: FormState): Reply {
  const { board, post, comment } = at
  const formPath = action === 'hide-comment' ? hideCommentPath : restoreCommentPath
  const model: ReasonPage = {
    ...question(reader, action, state),
    pinning: null,
    post: { title: post.title, path: postPath(board, post.number) },
    comment: { nickname: commentName(reader, comment), bodyHtml: wordedHtml(comment.html, reader.t) },
    action: formPath(board, post.number, comment.number),
    cancelPath: commentPath(board, post.number, comment.number),
  }
  return reasonReply(reader, board, model)
}

export const actLines = (reader: Reader, rows: readonly ActRow[], boards: readonly Board[]): ActLine[] =>
  rows.map((row) => ({
    what: reader.t(`moderation.done.${row.action}`),
    date: reader.date(row.createdAt),
    reason: row.reason || null,
    target: targetOf(reader, row, boards),
  }))

/** The post, or the comment on it; without a link once the post is gone. Who may not read the post (any more) is told of no title. */
function targetOf({ t, viewer }: Reader, row: ActRow, boards: readonly Board[]): ActLine['target'] {
  if (row.postTitle === null || row.postNumber === null) return null
  const board = boards.find(({ id }) => id === row.boardId)
  if (!mayKnowTitle(viewer, board, row)) return null
  const label = row.commentNumber === null ? row.postTitle : t('moderation.commentOn', { title: row.postTitle })
  if (!board || row.postStatus === 'deleted') return { label, path: null }
  const path = row.commentNumber === null ? postPath(board, row.postNumber) : commentPath(board, row.postNumber, row.commentNumber)
  return { label, path }
}

function mayKnowTitle(viewer: Viewer, board: Board | undefined, row: ActRow): boolean {
  const { postAuthorId: authorId, postStatus: status, postSecret: secret, postAnnounced: announced } = row
  const id = row.postId ?? 0
  // One's own is named also when it was removed: why, is said beside it.
  if (wrote(viewer, { id, authorId })) return true
  if (board === undefined || status === null || secret === null || announced === null) return administers(viewer)
  return canReadPost(viewer, board, { id, authorId, status, secret, announced, rootAuthorId: row.postRootAuthorId })
}

export const question = ({ t }: Reader, action: PostAct | CommentAct | 'unmask', { draft, errors }: FormState) => ({
  heading: t(`moderation.act.${action}`),
  about: t(`moderation.about.${action}`),
  reason: draft['reason'] ?? '',
  reasonLabel: t(needsReason(action) ? 'moderation.reason' : 'moderation.reason.optional'),
  reasonRequired: needsReason(action),
  error: errors['reason'] === undefined ? null : t(errors['reason'] as MessageKey, { max: REASON_LENGTH }),
  danger: action === 'delete',
})

const pinning = ({ t, viewer }: Reader, { draft, errors }: FormState): ReasonPage['pinning'] => ({
  until: draft['pinnedUntil'] ?? '',
  error: errors['pinnedUntil'] === undefined ? null : t(errors['pinnedUntil'] as MessageKey),
  everywhere: canPinEverywhere(viewer) ? { ticked: draft['everywhere'] === 'yes' } : null,
})

export const reasonReply = ({ locale }: Reader, board: Board, model: ReasonPage): Reply =>
  page('moderation/reason', model, {
    titles: [model.heading, model.post.title, boardName(board, locale)],
    status: model.error === null && !model.pinning?.error ? 200 : 422,
    board: board.slug,
    robots: 'noindex',
    side: false,
  })
