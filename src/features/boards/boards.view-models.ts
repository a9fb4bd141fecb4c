import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { breadcrumbs } from '../../lib/http/structured-data.ts'
import { feedPath } from '../feeds/feeds.paths.ts'
import { hasFeed } from '../feeds/feeds.policy.ts'
import type { CategoryCounts } from '../posts/counts/category-counts.read-models.ts'
import { listHeadPaths } from '../posts/lists/list-head.paths.ts'
import { listPath } from '../posts/lists/list-query.paths.ts'
import type { ListQuery } from '../posts/lists/list-query.types.ts'
import type { PostList } from '../posts/lists/post-list.types.ts'
import { boardPath, writePath } from './boards.paths.ts'
import { canWriteOn } from './boards.policy.ts'
import { type Board, boardDescription, boardName } from './boards.types.ts'
import { type Chip, categoryChips, type ListTools, listTools } from './list-tools.view-models.ts'

export interface BoardPage {
  board: {
    slug: string
    name: string
    path: string
    adult: boolean
    description: string
    aboveHtml: string
    belowHtml: string
    searchable: boolean
  }
  /** Why it takes no new posts. */
  notice: string | null
  chips: Chip[]
  total: string
  pageOf: string | null
  tools: ListTools
  feedPath: string | null
  writePath: string | null
  list: PostList
}

export interface NoSuchPage {
  board: { name: string }
  message: string
  lastPath: string
}

interface Found {
  list: PostList
  total: number
  pageCount: number
  counts: CategoryCounts
}

export function boardPage(reader: Reader, board: Board, query: ListQuery, { list, total, pageCount, counts }: Found): Reply {
  const { t, number, viewer } = reader
  const { page: at } = query
  const shown = shownBoard(reader, board)
  const { name } = shown
  const model: BoardPage = {
    board: shown,
    notice: board.mergingInto === null ? null : t('boards.merging'),
    chips: categoryChips(reader, board, query, counts),
    total: t('boards.total', { count: total, total: number(total) }),
    pageOf: pageCount > 1 ? t('boards.pageOf', { page: number(at), pages: number(pageCount) }) : null,
    tools: listTools(reader, board, query),
    feedPath: hasFeed(board) ? feedPath(board) : null,
    // A guest is led through log-in to the form, where any member may write.
    writePath:
      canWriteOn(viewer, board) || (viewer.memberId === null && board.writeLevel <= 2 && board.mergingInto === null)
        ? writePath(board)
        : null,
    list,
  }
  return page('boards/show', model, {
    titles: [at > 1 ? t('boards.pageTitle', { board: name, page: number(at) }) : name],
    ...listHeadPaths(board, query, pageCount),
    structuredData: (site) => [breadcrumbs(site, [{ name, path: boardPath(board) }])],
    ...(hasFeed(board) ? { feed: { path: feedPath(board), title: t('feeds.ofBoard', { board: name }) } } : {}),
    board: board.slug,
    ...(shown.description ? { description: shown.description } : {}),
  })
}

/** Texts are shown in the language of the reader, or in the one that there is. */
function shownBoard({ locale }: Reader, board: Board): BoardPage['board'] {
  return {
    slug: board.slug,
    name: boardName(board, locale),
    path: listPath(board, {}),
    adult: board.adultsOnly,
    description: boardDescription(board, locale),
    aboveHtml: locale === 'ko' ? board.aboveHtmlKo : board.aboveHtmlEn || board.aboveHtmlKo,
    belowHtml: locale === 'ko' ? board.belowHtmlKo : board.belowHtmlEn || board.belowHtmlKo,
    searchable: board.searchEnabled,
  }
}

export function noSuchPage({ t, locale, number }: Reader, board: Board, query: ListQuery, pageCount: number): Reply {
  const model: NoSuchPage = {
    board: { name: boardName(board, locale) },
    message: t('boards.noSuchPage', { page: number(query.page), last: number(pageCount) }),
    lastPath: listPath(board, { ...query, page: pageCount }),
  }
  return page('boards/no-such-page', model, { titles: [model.board.name], status: 404, board: board.slug })
}
