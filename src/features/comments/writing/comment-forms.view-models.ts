import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import { Conflict } from '../../../lib/http/errors.ts'
import { emptyForm, type FormState } from '../../../lib/http/form.ts'
import { type PageHead, page, part, type Reply } from '../../../lib/http/reply.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { boardName } from '../../boards/boards.types.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { commentName } from '../comment-names.types.ts'
import { commentAnchor, commentsPath, deleteCommentPath, editCommentPath } from '../comments.paths.ts'
import { offersSecret } from '../comments.policy.ts'
import type { CommentRow, Place } from '../comments.types.ts'
import type { CommentForm } from '../threads/comment-section.types.ts'
import { commentTools } from './comment-tools.view-models.ts'

/** Writing, answering and changing a comment on a page of its own: the way without script, and where a refused text waits. */
export interface WriteCommentPage {
  heading: string
  post: { title: string; path: string }
  parent: QuotedComment | null
  form: CommentForm
  cancelPath: string
}

export interface DeleteCommentPage {
  post: { title: string; path: string }
  comment: QuotedComment
  action: string
  cancelPath: string
}

export interface QuotedComment {
  nickname: string
  bodyHtml: string
}

export interface WriteState extends FormState {
  submissionKey: string
  status?: number
}

export const newCommentForm = (reader: Reader, place: Place, submissionKey: string, parent = ''): CommentForm => ({
  id: 'comment',
  inPlace: false,
  action: commentsPath(place.board, place.post.number),
  body: '',
  parent,
  submissionKey,
  version: '',
  draft: '',
  secret: secretBox(reader, place.board, null),
  error: null,
  submitLabel: reader.t(parent ? 'comments.reply' : 'comments.write'),
  limit: place.board.commentMax,
  ...commentTools(reader, place),
})

export function writeCommentPage(reader: Reader, place: Place, parent: CommentRow | null, state: WriteState): Reply {
  const { t } = reader
  const form = newCommentForm(reader, place, state.draft['submissionKey'] || state.submissionKey, String(parent?.number ?? ''))
  const model: WriteCommentPage = {
    heading: t(parent ? 'comments.replyHeading' : 'comments.write'),
    post: postLink(place),
    parent: parent && quoted(reader, parent),
    form: {
      ...form,
      ...{ body: state.draft['body'] ?? '', draft: state.draft['draft'] ?? '', error: errorText(reader, place, state) },
      secret: secretBox(reader, place.board, parent, state.draft),
    },
    cancelPath: backTo(place, parent),
  }
  return page('comments/write', model, head(reader, place, model.heading, state.status))
}

export function editCommentPage(reader: Reader, place: Place, comment: CommentRow, state: FormState & { status?: number }): Reply {
  const { t } = reader
  const model: WriteCommentPage = {
    heading: t('comments.editHeading'),
    post: postLink(place),
    // Changed elsewhere meanwhile: what stands there now, above what was typed here.
    parent: state.status === 409 ? quoted(reader, comment) : null,
    form: editForm(reader, place, comment, state),
    cancelPath: backTo(place, comment),
  }
  return page('comments/write', model, head(reader, place, model.heading, state.status))
}

/** The form alone, for the place where the comment stands: beside it may stand another, so it has a name of its own. */
export const editCommentPart = (reader: Reader, place: Place, comment: CommentRow): Reply =>
  part('comments/_form', { form: { ...editForm(reader, place, comment, emptyForm), id: `edit-${comment.number}`, inPlace: true } })

const editForm = (reader: Reader, place: Place, comment: CommentRow, state: FormState & { status?: number }): CommentForm => ({
  id: 'comment',
  inPlace: false,
  action: editCommentPath(place.board, place.post.number, comment.number),
  body: state.draft['body'] ?? comment.body,
  parent: '',
  submissionKey: '',
  // The present one: who has seen what changed meanwhile, and sends again, means it.
  version: state.status === undefined ? (state.draft['version'] ?? String(comment.version)) : String(comment.version),
  draft: state.draft['draft'] ?? '',
  secret: secretBox(reader, place.board, comment, state.draft),
  error: errorText(reader, place, state),
  submitLabel: reader.t('comments.save'),
  limit: place.board.commentMax,
  ...commentTools(reader, place, comment.number),
})

/** What changed under the member's hands is said above their text; every other error is the error page's. */
export function refusal(error: unknown, draft: Record<string, string>): FormState {
  if (!(error instanceof Conflict) || error.advice === null) throw error
  return { draft, errors: { body: error.advice } }
}

export function deleteCommentPage(reader: Reader, place: Place, comment: CommentRow): Reply {
  const model: DeleteCommentPage = {
    post: postLink(place),
    comment: quoted(reader, comment),
    action: deleteCommentPath(place.board, place.post.number, comment.number),
    cancelPath: backTo(place, comment),
  }
  return page('comments/delete', model, head(reader, place, reader.t('comments.deleteHeading')))
}

/** As it was sent; before that, as what is answered or changed is. */
const secretBox = (
  { viewer }: Reader,
  board: Place['board'],
  known: CommentRow | null,
  { secret, secretAsked }: Record<string, string> = {},
): CommentForm['secret'] =>
  offersSecret(viewer, board, known) ? { ticked: secretAsked === 'yes' ? secret === 'yes' : known?.secret === 1 } : null

const postLink = ({ board, post }: Place) => ({ title: post.title, path: postPath(board, post.number) })

const quoted = (reader: Reader, row: CommentRow): QuotedComment => ({
  nickname: commentName(reader, row),
  bodyHtml: wordedHtml(row.html, reader.t),
})

const backTo = ({ board, post }: Place, comment: Pick<CommentRow, 'number'> | null): string =>
  postPath(board, post.number) + (comment ? commentAnchor(comment.number) : '#comments')

export const errorText = ({ t }: Reader, { board }: Place, { errors }: FormState): string | null => {
  const key = Object.values(errors)[0]
  return key === undefined ? null : t(key as MessageKey, { max: board.commentMax, min: board.commentMin })
}

const head = ({ locale }: Reader, { board, post }: Place, heading: string, status = 200): PageHead => ({
  titles: [heading, post.title, boardName(board, locale)],
  status,
  board: board.slug,
  robots: 'noindex',
  side: false,
})
