import type { Reader } from '../../context.ts'
import { writePath } from '../boards/boards.paths.ts'
import { canWriteOn } from '../boards/boards.policy.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import type { ListPage } from './list-pages.read-models.ts'
import { listPath, postInListPath } from './list-query.paths.ts'
import type { ListQuery } from './list-query.types.ts'
import type { PageLinks, PostList, PostRow } from './post-list.types.ts'
import { postPath } from './posts.paths.ts'
import { canReadTitle } from './posts.policy.ts'
import { isNew, type ListedPost } from './posts.types.ts'

/** `openNumber` is the post that is being read: its row says so. */
export function postList(reader: Reader, board: Board, list: ListPage, openNumber: number | null = null): PostList {
  const { t, locale, number } = reader
  const row = (post: ListedPost, label: string, kind: PostRow['kind']): PostRow =>
    post.number === openNumber
      ? { ...postRow(reader, board, post, list.query), kind: 'open', label: t('posts.list.open') }
      : { ...postRow(reader, board, post, list.query), kind, label }
  return {
    caption: t('posts.list.caption', { board: boardName(board, locale) }),
    notices: list.notices.map((post) => row(post, t('posts.list.notice'), 'notice')),
    // Counted down from the total: the newest has the highest number, whatever was hidden or deleted below it.
    rows: list.rows.map((post, index) => row(post, number(list.total - list.before - index), 'plain')),
    pages: pageLinks(reader, board, list),
    empty: list.rows.length === 0 && list.notices.length === 0 ? emptyState(reader, board) : null,
  }
}

function postRow(reader: Reader, board: Board, post: ListedPost, query: ListQuery): Omit<PostRow, 'kind' | 'label'> {
  const { t, viewer, now, number, date } = reader
  const path = post.boardId === board.id ? postInListPath(board, post.number, query) : postPath(post, post.number)
  return {
    path,
    title: canReadTitle(viewer, board, post) ? post.title : t('posts.secretTitle'),
    comments:
      post.commentCount > 0
        ? { path: `${path}#comments`, text: number(post.commentCount), label: t('posts.list.comments', { count: post.commentCount }) }
        : null,
    isNew: isNew(post, board, now),
    hasImage: post.hasImage === 1,
    hasFile: post.hasFile === 1,
    isLocked: post.lockedAt !== null,
    author: post.nickname ?? t('posts.formerMember'),
    date: date(post.createdAt),
    views: number(post.viewCount),
    votes: number(post.voteCount),
  }
}

/** So many numbers on a desk; a phone leaves out the `far` ones. */
const WIDE = 10
const NARROW = 5

function pageLinks(reader: Reader, board: Board, { query, total }: Pick<ListPage, 'query' | 'total'>): PageLinks {
  const { page } = query
  const last = Math.max(1, Math.ceil(total / board.pageSize))
  const link = (to: number) => listPath(board, { ...query, page: to })
  const wide = windowAround(page, last, WIDE)
  const narrow = windowAround(page, last, NARROW)
  return {
    first: wide.from > 1 ? link(1) : null,
    previous: page > 1 ? link(page - 1) : null,
    next: page < last ? link(page + 1) : null,
    last: wide.to < last ? link(last) : null,
    numbers: Array.from({ length: wide.to - wide.from + 1 }, (_, step) => wide.from + step).map((to) => ({
      label: reader.number(to),
      path: link(to),
      current: to === page,
      far: to < narrow.from || to > narrow.to,
    })),
  }
}

function windowAround(page: number, last: number, width: number): { from: number; to: number } {
  const from = Math.max(1, Math.min(page - Math.floor((width - 1) / 2), last - width + 1))
  return { from, to: Math.min(last, from + width - 1) }
}

/** A guest is led through log-in to the form, where any member may write. */
export const writeLink = ({ viewer, t }: Pick<Reader, 'viewer' | 't'>, board: Board): { label: string; path: string } | null => {
  if (canWriteOn(viewer, board)) return { label: t('posts.list.writeFirst'), path: writePath(board) }
  return viewer.memberId === null && board.writeLevel <= 2 ? { label: t('posts.list.logInToWrite'), path: writePath(board) } : null
}

function emptyState(reader: Reader, board: Board): PostList['empty'] {
  const action = writeLink(reader, board)
  return { text: reader.t(action ? 'posts.list.empty' : 'posts.list.emptyForReaders'), action }
}
