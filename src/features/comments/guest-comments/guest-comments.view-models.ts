import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import type { FormState } from '../../../lib/http/form.ts'
import { type PageHead, page, type Reply } from '../../../lib/http/reply.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { boardName } from '../../boards/boards.types.ts'
import { guestPasswordLength } from '../../guest-keys/guest-keys.types.ts'
import { postPath, workPath } from '../../posts/posts.paths.ts'
import { commentName } from '../comment-names.types.ts'
import {
  commentAnchor,
  guestDeleteCommentPath,
  guestEditCommentPath,
  guestKeyOfCommentPath,
  guestWriteCommentPath,
} from '../comments.paths.ts'
import type { CommentRow, Place } from '../comments.types.ts'

type At = Place & { comment: CommentRow }
type State = FormState & { status?: number }

export interface GuestCommentPage {
  heading: string
  post: { title: string; path: string }
  parent: { nickname: string; bodyHtml: string } | null
  action: string
  /** Goes with the form as it came. */
  hidden: { name: string; value: string }[]
  /** `name` is null once the comment is there: the name stays. */
  guest: { name: string | null; grant: string; workPath: string }
  body: string
  errors: Record<string, string>
  submitLabel: string
  limit: number
  cancelPath: string
}

export interface GuestCommentKeyPage {
  title: string
  action: string
  cancelPath: string
  error: string | null
}

export function guestCommentPage(
  reader: Reader,
  place: Place,
  parent: CommentRow | null,
  { draft, errors, status, submissionKey }: State & { submissionKey: string },
): Reply {
  const { board, post } = place
  const { t } = reader
  const model: GuestCommentPage = {
    ...common(reader, place, errors),
    heading: t(parent ? 'comments.replyHeading' : 'comments.write'),
    parent: parent && quoted(reader, parent),
    action: guestWriteCommentPath(board, post.number),
    hidden: [
      { name: 'parent', value: String(parent?.number ?? '') },
      { name: 'submissionKey', value: draft['submissionKey'] || submissionKey },
    ],
    guest: { name: draft['guestName'] ?? '', grant: '', workPath },
    body: draft['body'] ?? '',
    submitLabel: t(parent ? 'comments.reply' : 'comments.write'),
    cancelPath: backTo(place, parent),
  }
  return page('comments/guest-write', model, head(reader, place, model.heading, status))
}

export function guestEditPage(reader: Reader, at: At, { draft, errors, status }: State): Reply {
  const { board, post, comment } = at
  const { t } = reader
  const model: GuestCommentPage = {
    ...common(reader, at, errors),
    heading: t('comments.editHeading'),
    // Changed elsewhere meanwhile: what stands there now, above what was typed here.
    parent: status === 409 ? quoted(reader, comment) : null,
    action: guestEditCommentPath(board, post.number, comment.number),
    hidden: [{ name: 'version', value: status === 422 ? (draft['version'] ?? '') : String(comment.version) }],
    guest: { name: null, grant: draft['grant'] ?? '', workPath },
    body: draft['body'] ?? comment.body,
    submitLabel: t('comments.save'),
    cancelPath: backTo(at, comment),
  }
  return page('comments/guest-write', model, head(reader, at, model.heading, status))
}

/** Asks for the password. */
export function guestKeyPage(
  reader: Reader,
  at: At,
  { error, status = error ? 422 : 200 }: { error?: string | undefined; status?: number },
): Reply {
  const { t } = reader
  const model: GuestCommentKeyPage = {
    title: at.post.title,
    action: guestKeyOfCommentPath(at.board, at.post.number, at.comment.number),
    cancelPath: backTo(at, at.comment),
    error: error === undefined ? null : t(error as MessageKey, guestPasswordLength),
  }
  return page('posts/guest-key', model, head(reader, at, t('guestPosts.key.heading'), status))
}

export function guestDeletePage(reader: Reader, at: At, grant: string): Reply {
  const { board, post, comment } = at
  const model = {
    post: postLink(at),
    comment: quoted(reader, comment),
    action: guestDeleteCommentPath(board, post.number, comment.number),
    grant,
    cancelPath: backTo(at, comment),
  }
  return page('comments/guest-delete', model, head(reader, at, reader.t('comments.deleteHeading')))
}

const common = ({ t }: Reader, place: Place, errors: Record<string, string>) => ({
  post: postLink(place),
  errors: Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [
      field,
      t(key as MessageKey, { ...guestPasswordLength, max: place.board.commentMax, min: place.board.commentMin }),
    ]),
  ),
  limit: place.board.commentMax,
})

const postLink = ({ board, post }: Place) => ({ title: post.title, path: postPath(board, post.number) })

const quoted = (reader: Reader, row: CommentRow) => ({ nickname: commentName(reader, row), bodyHtml: wordedHtml(row.html, reader.t) })

const backTo = ({ board, post }: Place, comment: Pick<CommentRow, 'number'> | null): string =>
  postPath(board, post.number) + (comment ? commentAnchor(comment.number) : '#comments')

const head = ({ locale }: Reader, { board, post }: Place, heading: string, status = 200): PageHead => ({
  titles: [heading, post.title, boardName(board, locale)],
  status,
  board: board.slug,
  robots: 'noindex',
  // Each form has a number of its own.
  kept: false,
  side: false,
})
