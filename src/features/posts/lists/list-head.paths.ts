import type { Board } from '../../boards/boards.types.ts'
import { listPath } from './list-query.paths.ts'
import type { ListQuery } from './list-query.types.ts'

/**
 * What a list's head says of its addresses: each page of the plain list is its own; what is filtered or sorted shows the same posts again, so that
 * machines follow its links and remember nothing of it.
 */
export function listHeadPaths(board: Pick<Board, 'slug' | 'defaultSort'>, query: ListQuery, pageCount: number) {
  const at = (page: number) => listPath(board, { ...query, page })
  return {
    canonicalPath: at(query.page),
    ...(at(1) === listPath(board, {}) ? {} : { robots: 'noindex, follow' }),
    ...(query.page > 1 ? { previousPath: at(query.page - 1) } : {}),
    ...(query.page < pageCount ? { nextPath: at(query.page + 1) } : {}),
  }
}
