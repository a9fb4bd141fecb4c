import type { Board } from '../../boards/boards.types.ts'
import { postPath } from '../posts.paths.ts'
import type { ListQuery } from './list-query.types.ts'

type Of = Pick<Board, 'slug' | 'defaultSort'>

/** Defaults are left out, so that a list has one address. */
export const listPath = (board: Of, query: Partial<ListQuery>): string => withSearch(`/${board.slug}`, board, query)

/** A post keeps the list that it was opened from. Of an order that changes by itself, also the page: nobody can tell where the post stood. */
export const postInListPath = (board: Of, number: number, { page, ...query }: ListQuery): string =>
  withSearch(postPath(board, number), board, query.sort === 'newest' ? query : { ...query, page })

function withSearch(path: string, board: Of, { page = 1, category, filter, author, period, sort }: Partial<ListQuery>): string {
  const plain = category == null && (filter ?? 'all') === 'all' && author == null && period == null
  const search = new URLSearchParams()
  if (category != null) search.set('category', String(category))
  if (filter !== undefined && filter !== 'all') search.set('filter', filter)
  if (author != null) search.set('author', author)
  if (period != null) search.set('period', period)
  // A filter shows the newest first without being told so.
  if (sort !== undefined && sort !== board.defaultSort && (sort !== 'newest' || plain || (category != null && period == null)))
    search.set('sort', sort)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `${path}?${search}` : path
}
