import type { Reader } from '../../../context.ts'
import { page, type Reply } from '../../../lib/http/reply.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { boardPath } from '../../boards/boards.paths.ts'
import { type Board, boardName } from '../../boards/boards.types.ts'
import { guestPasswordLength } from '../../guest-keys/guest-keys.types.ts'
import { deletePostPath, guestEditPath, guestKeyPath, guestWritePath, postPath, workPath } from '../posts.paths.ts'
import type { Post } from '../posts.types.ts'
import type { FormLook } from './post-form.types.ts'
import { formPage } from './post-forms.view-models.ts'

interface At {
  board: Board
  post: Post
}

export interface GuestKeyPage {
  title: string
  action: string
  cancelPath: string
  error: string | null
}

export interface GuestDeletePage {
  title: string
  action: string
  cancelPath: string
  grant: string
}

export const guestWritePage = (reader: Reader, board: Board, look: FormLook): Reply =>
  formPage(reader, board, look, {
    heading: reader.t('posts.write'),
    action: guestWritePath(board),
    submissionKey: look.draft['submissionKey'] ?? '',
    version: '',
    publishLabel: reader.t('posts.publish'),
    cancelPath: boardPath(board),
    draftOf: '',
    guest: { name: look.draft['guestName'] ?? '', grant: '', workPath },
  })

export const guestEditPage = (reader: Reader, { board, post }: At, look: FormLook): Reply =>
  formPage(reader, board, look, {
    heading: reader.t('posts.editHeading'),
    action: guestEditPath(board, post.number),
    submissionKey: '',
    version: look.draft['version'] ?? '',
    publishLabel: reader.t('posts.save'),
    cancelPath: postPath(board, post.number),
    draftOf: String(post.number),
    guest: { name: null, grant: look.draft['grant'] ?? '', workPath },
  })

/** Asks for the password. */
export function guestKeyPage(
  { t, locale }: Reader,
  { board, post }: At,
  { error, status = error ? 422 : 200 }: { error?: string | undefined; status?: number },
): Reply {
  const model: GuestKeyPage = {
    title: post.title,
    action: guestKeyPath(board, post.number),
    cancelPath: postPath(board, post.number),
    error: error === undefined ? null : t(error as MessageKey, guestPasswordLength),
  }
  const titles = [t('guestPosts.key.heading'), boardName(board, locale)]
  return page('posts/guest-key', model, { titles, status, board: board.slug, robots: 'noindex', side: false })
}

export function guestDeletePage({ t, locale }: Reader, { board, post }: At, grant: string): Reply {
  const model: GuestDeletePage = {
    title: post.title,
    action: `${deletePostPath(board, post.number)}/guest`,
    cancelPath: postPath(board, post.number),
    grant,
  }
  const titles = [t('posts.deleteHeading'), boardName(board, locale)]
  return page('posts/guest-delete', model, { titles, board: board.slug, robots: 'noindex', side: false })
}
