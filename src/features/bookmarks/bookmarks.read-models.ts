import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { whereReadable } from '../posts/readable-posts.read-models.ts'
import type { BookmarkRow } from './bookmarks.types.ts'

const PAGE = 30
const FOLDERS = 100

export interface BookmarkList {
  boards: Board[]
  rows: BookmarkRow[]
  folders: string[]
  folder: string | null
  before: number | null
  /** Where the next page begins, null on the last. */
  olderThan: number | null
}

/** Newest first, and only what one may still read: a post that was hidden comes back to the list when it is restored. */
export async function listBookmarks(
  ctx: AppContext,
  viewer: Viewer,
  { folder = null, before = null }: { folder?: string | null | undefined; before?: number | null | undefined },
): Promise<BookmarkList> {
  const boards = (await listBoardsFor(ctx, viewer)).filter((board) => canReadOn(viewer, board))
  const [found, folders] = await Promise.all([
    readableBookmarks(ctx.db, viewer, boards)
      .modify((rows) => {
        if (folder !== null) rows.where('k.folder', folder)
        if (before !== null) rows.where('k.id', '<', before)
      })
      .orderBy('k.id', 'desc')
      .limit(PAGE + 1)
      .select<BookmarkRow[]>(
        ...[
          'k.id',
          'k.folder',
          'k.note',
          'k.createdAt',
          'p.boardId',
          'p.number',
          'p.title',
          'p.anonymous',
          'p.guestName',
          'p.commentCount',
        ],
        'm.nickname',
      ),
    ctx
      .db('bookmarks')
      .where({ memberId: viewer.memberId })
      .whereNot({ folder: '' })
      .distinct<{ folder: string }[]>('folder')
      .orderBy('folder')
      .limit(FOLDERS),
  ])
  const rows = found.slice(0, PAGE)
  return {
    boards,
    rows,
    folders: folders.map((each) => each.folder),
    folder,
    before,
    olderThan: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
  }
}

const readableBookmarks = (db: Db, viewer: Viewer, boards: readonly Board[]) =>
  db('bookmarks as k')
    .join('posts as p', 'p.id', 'k.postId')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .where('k.memberId', viewer.memberId)
    .modify((rows) => whereReadable(rows, viewer, boards))
