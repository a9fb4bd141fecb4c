import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { boardName } from '../boards/boards.types.ts'
import { postAuthor } from '../posts/post-names.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { bookmarksPath, editBookmarkPath, removeBookmarkPath } from './bookmarks.paths.ts'
import type { BookmarkList } from './bookmarks.read-models.ts'
import { type BookmarkRow, FOLDER_LENGTH, NOTE_LENGTH } from './bookmarks.types.ts'

/** 스크랩. */
export interface BookmarksPage {
  folders: { label: string; path: string; current: boolean }[]
  folderNames: string[]
  items: BookmarkItem[]
  limits: { folder: number; note: number }
  newestPath: string | null
  olderPath: string | null
  /** Where a form of this page leads back to. */
  here: string
}

interface BookmarkItem {
  id: number
  post: { title: string; path: string; author: string; comments: string | null }
  board: { name: string; path: string }
  date: DateText
  folder: string
  note: string
  /** What was typed, and what is wrong with it. */
  form: { open: boolean; folder: string; note: string; error: string | null; action: string; removePath: string }
}

/** `refused`: the one form on the page that was sent and not taken. */
export function bookmarksPage(reader: Reader, list: BookmarkList, refused?: FormState & { id: number }): Reply {
  const { t } = reader
  const { folder, before, olderThan } = list
  const model: BookmarksPage = {
    folders: [
      { label: t('bookmarks.all'), path: bookmarksPath(), current: folder === null },
      ...list.folders.map((name) => ({ label: name, path: bookmarksPath({ folder: name }), current: name === folder })),
    ],
    folderNames: list.folders,
    items: list.rows.flatMap((row) => bookmarkItem(reader, list, row, refused?.id === row.id ? refused : null)),
    limits: { folder: FOLDER_LENGTH, note: NOTE_LENGTH },
    newestPath: before === null ? null : bookmarksPath({ folder }),
    olderPath: olderThan === null ? null : bookmarksPath({ folder, before: olderThan }),
    here: bookmarksPath({ folder, before }),
  }
  return page('bookmarks/list', model, { titles: [t('bookmarks.title')], robots: 'noindex', ...(refused ? { status: 422 } : {}) })
}

function bookmarkItem(reader: Reader, { boards }: BookmarkList, row: BookmarkRow, refused: FormState | null): BookmarkItem[] {
  const { t, date, number, locale } = reader
  const board = boards.find(({ id }) => id === row.boardId)
  if (!board) return []
  const error = refused && (refused.errors['folder'] ?? refused.errors['note'])
  return [
    {
      id: row.id,
      post: {
        title: row.title,
        path: postPath(board, row.number),
        author: postAuthor(reader, row).name,
        comments: row.commentCount > 0 ? number(row.commentCount) : null,
      },
      board: { name: boardName(board, locale), path: boardPath(board) },
      date: date(row.createdAt),
      folder: row.folder,
      note: row.note,
      form: {
        open: refused !== null,
        folder: refused?.draft['folder'] ?? row.folder,
        note: refused?.draft['note'] ?? row.note,
        error: error ? t(error as MessageKey) : null,
        action: editBookmarkPath(row.id),
        removePath: removeBookmarkPath(row.id),
      },
    },
  ]
}
