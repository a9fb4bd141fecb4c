import type { Reader } from '../../context.ts'
import { excerptAround, highlightHtml } from '../../lib/html/highlight.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { postAuthor } from '../posts/post-names.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { type ResultPages, resultPages } from './result-pages.view-models.ts'
import type { Found } from './search.read-models.ts'
import { type FoundPost, type SearchQuery, searchFields, WINDOW_POSTS } from './search.types.ts'

export interface SearchPage {
  query: string
  fields: { value: string; label: string; chosen: boolean }[]
  boards: { slug: string; name: string; chosen: boolean }[]
  /** `asks`: nothing was typed yet. */
  state: 'asks' | 'none' | 'found'
  summary: string
  results: SearchResult[]
  pages: ResultPages
}

interface SearchResult {
  path: string
  titleHtml: string
  excerptHtml: string
  board: { name: string; path: string }
  author: { name: string; path: string | null }
  when: DateText
  commentCount: number
  /** By a member whom this reader muted. */
  isMuted: boolean
}

const EXCERPT_LENGTH = 140

export function searchPage(reader: Reader, query: SearchQuery, boards: readonly Board[], found: Found): Reply {
  const { t, locale } = reader
  const state = query.words.length === 0 ? 'asks' : found.total === 0 ? 'none' : 'found'
  const model: SearchPage = {
    query: query.text,
    fields: searchFields.map((field) => ({ value: field, label: t(`search.field.${field}`), chosen: field === query.field })),
    boards: boards.map((board) => ({ slug: board.slug, name: boardName(board, locale), chosen: board.slug === query.board })),
    state,
    summary: state === 'asks' ? '' : t('search.summary', { count: found.total, window: WINDOW_POSTS }),
    results: found.posts.flatMap((post) => {
      const board = boards.find(({ id }) => id === post.boardId)
      return board ? [searchResult(reader, post, board, query.words)] : []
    }),
    pages: resultPages(query, found.total),
  }
  const titles = [state === 'asks' ? t('search.title') : t('search.titleOf', { query: query.text })]
  const searched = state === 'asks' || query.page > 1 ? {} : { searched: { words: query.text, found: found.total > 0 } }
  return page('search/show', model, { titles, robots: 'noindex', ...searched })
}

function searchResult(reader: Reader, post: FoundPost, board: Board, words: string[]): SearchResult {
  const { locale, date } = reader
  return {
    path: postPath(board, post.number),
    titleHtml: highlightHtml(post.title, words),
    excerptHtml: highlightHtml(excerptAround(post.text, words, EXCERPT_LENGTH), words),
    board: { name: boardName(board, locale), path: boardPath(board) },
    author: postAuthor(reader, post),
    when: date(post.createdAt),
    commentCount: post.commentCount,
    isMuted: post.muted === 1,
  }
}
