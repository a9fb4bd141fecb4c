import type { Reader } from '../../../context.ts'
import type { Sort } from '../../boards/board-settings.types.ts'
import { writePath } from '../../boards/boards.paths.ts'
import { canWriteOn } from '../../boards/boards.policy.ts'
import { type Board, boardName } from '../../boards/boards.types.ts'
import type { ListedPost } from '../posts.types.ts'
import type { ListPage } from './list-pages.read-models.ts'
import { listPath, postInListPath } from './list-query.paths.ts'
import { isNarrowed, type ListQuery } from './list-query.types.ts'
import { pageLinks } from './page-links.view-models.ts'
import type { ListHead, PostList, PostRow } from './post-list.types.ts'
import { extrasOf, listedFields, postRow } from './post-row.view-models.ts'

/** Pictures of so many rows are on the first screen and wait for nothing. */
const FIRST_PICTURES = 6

/** `openNumber` is the post that is being read: its row says so. */
export function postList(reader: Reader, board: Board, list: ListPage, openNumber: number | null = null): PostList {
  const { t, locale, number, viewer } = reader
  const { query } = list
  const row = (post: ListedPost, label: string, kind: PostRow['kind']): PostRow => {
    const plain = rowOf(reader, board, list, post)
    const isOpen = post.number === openNumber && post.boardId === board.id
    return isOpen ? { ...plain, kind: 'open', label: t('posts.list.open') } : { ...plain, kind, label }
  }
  return {
    look: board.look,
    caption: t('posts.list.caption', { board: boardName(board, locale) }),
    behaviors: viewer.memberId === null ? 'list-keys came-from reading-marks' : 'list-keys came-from',
    columns: columnsOf(reader, board, query),
    notices: list.notices.map((post) => row(post, t('posts.list.notice'), 'notice')),
    // Counted down from the total: the newest has the highest number, whatever was hidden or deleted below it.
    rows: list.rows.flatMap((post, index) => [
      withLazyCover(row(post, number(list.total - list.before - index), 'plain'), index),
      ...repliesBelow(reader, post, list.replies.get(post.id) ?? [], row),
    ]),
    pages: pageLinks(reader, { page: query.page, total: list.total, pageSize: board.pageSize }, (page) =>
      listPath(board, { ...query, page }),
    ),
    empty: list.rows.length === 0 && (list.notices.length === 0 || isNarrowed(query)) ? emptyState(reader, board, query) : null,
  }
}

/** As on boards that people know: below what they answer, further in, without a number of their own. */
function repliesBelow(
  { t }: Reader,
  root: ListedPost,
  replies: readonly ListedPost[],
  row: (post: ListedPost, label: string, kind: PostRow['kind']) => PostRow,
): PostRow[] {
  const left = root.replyCount - replies.length
  const path = `${row(root, '', 'plain').path}#thread`
  return replies.map((post, index) => {
    const shown = row(post, t('posts.list.reply'), 'plain')
    const more = index === replies.length - 1 && left > 0 ? { label: t('posts.list.moreReplies', { count: left }), path } : null
    return { ...shown, reply: shown.reply && { ...shown.reply, more } }
  })
}

/** A notice of every board may be another board's: it leads there, and its number means nothing here. */
function rowOf(reader: Reader, board: Board, list: ListPage, post: ListedPost): PostRow {
  const home = post.boardId === board.id ? board : list.boards.find(({ id }) => id === post.boardId)
  if (home === undefined || home === board) return postRow(reader, board, post, postInListPath(board, post.number, list.query))
  return { ...postRow(reader, home, post), anchor: null, extras: extrasOf(board, {}) }
}

const withLazyCover = (row: PostRow, index: number): PostRow =>
  row.cover ? { ...row, cover: { ...row.cover, lazy: index >= FIRST_PICTURES } } : row

const cells: Record<ListHead['name'], ListHead['cell']> = {
  ...{ number: 'no', title: 'title', author: 'by', date: 'date', extra: 'extra' },
  ...{ views: 'n', votes: 'n', downs: 'n' },
}
const sortOf: Partial<Record<ListHead['name'], Sort>> = { date: 'newest', views: 'views', votes: 'votes' }

/** In the board's order. A board without votes has no column of them. */
function columnsOf(reader: Reader, board: Board, query: ListQuery): ListHead[] {
  const head = (name: ListHead['name']): ListHead => {
    const sort = sortOf[name]
    const sortable = sort !== undefined && board.sorts.includes(sort) && !isNarrowed(query, { but: 'category' })
    return {
      name,
      label: reader.t(`posts.list.${name as Exclude<typeof name, 'extra'>}`),
      cell: cells[name],
      key: name,
      sort: sortable ? { path: listPath(board, { category: query.category, sort }), current: query.sort === sort } : null,
    }
  }
  return board.listColumns.flatMap((name) => {
    if (name === 'votes' && board.votes === 'none') return []
    if (name === 'votes' && board.votes === 'updown') return [head('votes'), head('downs')]
    return name === 'title' ? [head('title'), ...extraHeads(reader, board)] : [head(name)]
  })
}

const extraHeads = ({ locale }: Reader, board: Board): ListHead[] =>
  listedFields(board).map(({ key, nameKo, nameEn }) => ({
    name: 'extra',
    label: locale === 'ko' ? nameKo : nameEn || nameKo,
    cell: 'extra',
    key,
    sort: null,
  }))

/** A guest is led through log-in to the form, where any member may write. */
export const writeLink = ({ viewer, t }: Pick<Reader, 'viewer' | 't'>, board: Board): { label: string; path: string } | null => {
  if (canWriteOn(viewer, board)) return { label: t('posts.list.writeFirst'), path: writePath(board) }
  return viewer.memberId === null && board.writeLevel <= 2 ? { label: t('posts.list.logInToWrite'), path: writePath(board) } : null
}

/** Says of what there is nothing, and leads on. */
function emptyState(reader: Reader, board: Board, query: ListQuery): NonNullable<PostList['empty']> {
  const { t, viewer } = reader
  if (query.filter === 'mine' && viewer.memberId === null) {
    const path = `/login?returnTo=${encodeURIComponent(listPath(board, query))}`
    return { text: t('posts.list.empty.mineOfGuest'), actions: [{ label: t('posts.list.logIn'), path }] }
  }
  if (isNarrowed(query)) return { text: emptyFilter(reader, query), actions: [{ label: t('posts.list.all'), path: listPath(board, {}) }] }
  const action = writeLink(reader, board)
  return { text: t(action ? 'posts.list.empty' : 'posts.list.emptyForReaders'), actions: action ? [action] : [] }
}

function emptyFilter({ t }: Reader, { filter, author, period }: ListQuery): string {
  if (filter !== 'all') return t(`posts.list.empty.${filter}`)
  if (author !== null) return t('posts.list.empty.author', { author })
  return t(period === null ? 'posts.list.empty.category' : 'posts.list.empty.period')
}
