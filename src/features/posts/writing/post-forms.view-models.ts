import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import { page, type Reply } from '../../../lib/http/reply.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { boardPath, writePath } from '../../boards/boards.paths.ts'
import { canUploadOn } from '../../boards/boards.policy.ts'
import { type Board, boardName } from '../../boards/boards.types.ts'
import { guestPasswordLength } from '../../guest-keys/guest-keys.types.ts'
import { uploadPath } from '../../uploads/uploads.paths.ts'
import { acceptOf, limitsOf } from '../../uploads/uploads.types.ts'
import { deletePostPath, editPostPath, postPath, previewPath } from '../posts.paths.ts'
import { canMakePrivate } from '../posts.policy.ts'
import { type Post, TITLE_LENGTH } from '../posts.types.ts'
import { type AnsweredPost, answeredPost } from '../replies/answered-post.view-models.ts'
import { type Publishing, type PublishOffers, publishingOf } from '../scheduled-posts/post-publishing.view-models.ts'
import { type EditConflict, editConflict } from './edit-conflict.view-models.ts'
import { type EditorTools, editorTools } from './editor.view-models.ts'
import { type FormDrafts, formDrafts } from './form-drafts.view-models.ts'
import { fieldName, type PostFields, postFields } from './post-fields.view-models.ts'
import type { FormLook } from './post-form.types.ts'

export interface PostFormPage {
  heading: string
  board: { name: string; path: string }
  action: string
  title: string
  body: string
  /** One of the two is ''. */
  submissionKey: string
  version: string
  /** Marks of a clash may stand in it. */
  merged: boolean
  conflict: EditConflict | null
  /** How many posts are left before the limit, where that is few. */
  room: string | null
  /** By field, for the summary and beside the field. */
  errors: Record<string, string>
  /** What happened, when it isn't a field's fault. */
  notice: { kind: 'success' | 'danger'; text: string; link: { label: string; path: string } | null } | null
  preview: { html: string } | null
  mayUpload: boolean
  /** For the file chooser. */
  accept: string
  uploadPath: string
  /** Pictures are made smaller before they are sent. */
  shrinks: boolean
  uploadLimits: string
  publishLabel: string
  cancelPath: string
  previewPath: string
  /** `least` says how short a text may be, where that matters. */
  limits: { title: number; body: number; bodyMin: number; least: string | null; over: string; under: string }
  fields: PostFields
  answered: AnsweredPost | null
  /** Asked of who changes a post; null: it is new. */
  why: string | null
  /** For whom, and when; null: there is nothing to choose. */
  publishing: Publishing | null
  drafts: FormDrafts
  /** null: a field of Markdown alone. */
  editor: EditorTools | null
  guest: GuestFields | null
}

/** What a form asks of who is no member, or carries along. */
export interface GuestFields {
  /** null once the post is there: the name stays. */
  name: string | null
  /** What was given for the password of a post that is there already; '' for a new one. */
  grant: string
  /** Where the browser asks for its work. */
  workPath: string
}

export interface DeletePostPage {
  board: { name: string; path: string }
  title: string
  action: string
  cancelPath: string
}

/** @param own where the form of a post that waits for its hour differs */
export const writePage = (reader: Reader, board: Board, look: FormLook, own: Partial<Own> = {}): Reply =>
  formPage(reader, board, look, {
    heading: reader.t(look.answered ? 'posts.reply.heading' : 'posts.write'),
    action: writePath(board),
    submissionKey: look.draft['submissionKey'] ?? '',
    version: '',
    publishLabel: reader.t('posts.publish'),
    cancelPath: look.answered ? postPath(board, look.answered.number) : boardPath(board),
    ...{ draftOf: '', offers: { later: !look.answered, private: board.privatePosts && !look.answered } },
    ...own,
  })

export const editPage = (reader: Reader, { board, post }: { board: Board; post: Post }, look: FormLook): Reply =>
  formPage(reader, board, look, {
    heading: reader.t('posts.editHeading'),
    action: editPostPath(board, post.number),
    submissionKey: '',
    version: look.draft['version'] ?? '',
    publishLabel: reader.t('posts.save'),
    cancelPath: postPath(board, post.number),
    ...{ draftOf: String(post.number), offers: { later: false, private: canMakePrivate(reader.viewer, board, post) } },
  })

type Own = Pick<PostFormPage, 'heading' | 'action' | 'submissionKey' | 'version' | 'publishLabel' | 'cancelPath'> & {
  draftOf: string
  guest?: GuestFields
  offers?: PublishOffers
}

export function formPage(reader: Reader, board: Board, look: FormLook, own: Own): Reply {
  const { locale, viewer } = reader
  const name = boardName(board, locale)
  const { draftOf, guest = null, offers = { later: false, private: false }, ...shown } = own
  const model: PostFormPage = {
    ...shown,
    board: { name, path: boardPath(board) },
    title: look.draft['title'] ?? '',
    body: look.draft['body'] ?? '',
    errors: fieldErrors(reader, board, look),
    notice: noticeOf(reader, look, own.cancelPath),
    preview: look.previewHtml === undefined ? null : { html: wordedHtml(look.previewHtml, reader.t) },
    mayUpload: canUploadOn(viewer, board),
    accept: acceptOf(limitsOf(board)),
    uploadPath: uploadPath(board),
    shrinks: board.pictureSize === 'shrink',
    uploadLimits: reader.t('uploads.limits', { count: board.uploadCount, megabytes: board.uploadMegabytes }),
    previewPath,
    limits: {
      title: TITLE_LENGTH,
      body: board.bodyMax,
      bodyMin: board.bodyMin,
      // Counted where it is typed.
      over: reader.t('posts.limit.over', { count: '{count}' }),
      under: reader.t('posts.limit.under', { count: '{count}' }),
      least: board.bodyMin > 0 ? reader.t('posts.body.least', { min: board.bodyMin }) : null,
    },
    merged: look.draft['merged'] === 'yes',
    conflict: editConflict(reader, look),
    room: roomText(reader, look),
    drafts: formDrafts(reader, board, look, draftOf),
    publishing: publishingOf(reader, look.draft, offers),
    why: own.version === '' ? null : (look.draft['why'] ?? ''),
    guest,
    fields: { ...postFields(reader, board, look.draft, own.version === ''), ...(look.answered ? { category: null, secret: null } : {}) },
    answered: answeredPost(reader, board, look),
    editor: guest === null ? editorTools(reader, canUploadOn(viewer, board)) : null,
  }
  return page('posts/form', model, {
    titles: [own.heading, name],
    status: look.status ?? 200,
    board: board.slug,
    robots: 'noindex',
    side: false,
    // It has a number of its own, and shall be nobody else's.
    ...(guest === null ? {} : { kept: false }),
  })
}

function fieldErrors(reader: Reader, board: Board, { draft, errors = {}, refused = [] }: FormLook): Record<string, string> {
  const { t } = reader
  const limits = { min: board.bodyMin, max: board.bodyMax, ...guestPasswordLength, count: [...(draft['body'] ?? '').trim()].length }
  const names = new Map(board.extraFields.map((field) => [field.key, fieldName(field, reader)]))
  const texts = Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, t(key as MessageKey, { ...limits, name: names.get(field) ?? '' })]),
  )
  if (refused.length > 0)
    texts['images'] = refused
      .map(({ name, messageKey, args }) => (name === '' ? t(messageKey, args) : `${name}: ${t(messageKey, args)}`))
      .join(' ')
  return texts
}

const roomText = ({ t, date }: Reader, { room }: FormLook): string | null =>
  room ? (room.left > 0 ? t('posts.limit.soon', { count: room.left }) : t('posts.limit.none', { time: date(room.again).time })) : null

function noticeOf({ t, date }: Reader, { notice }: FormLook, path: string): PostFormPage['notice'] {
  if (!notice) return null
  return {
    kind: notice.kind,
    text: t(notice.key, { count: notice.count ?? 0, ...notice.args, ...(notice.at ? { time: date(notice.at).full } : {}) }),
    link: notice.linkToPost
      ? { label: t('posts.seeCurrent'), path }
      : notice.path === undefined
        ? null
        : { label: t('drafts.preview'), path: notice.path },
  }
}

export function deletePage({ t, locale }: Reader, board: Board, post: Post): Reply {
  const name = boardName(board, locale)
  const model: DeletePostPage = {
    board: { name, path: boardPath(board) },
    title: post.title,
    action: deletePostPath(board, post.number),
    cancelPath: postPath(board, post.number),
  }
  return page('posts/delete', model, { titles: [t('posts.deleteHeading'), name], board: board.slug, robots: 'noindex', side: false })
}
