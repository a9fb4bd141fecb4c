import type { SearchField } from './search.types.ts'

interface Where {
  field?: SearchField
  board?: string | null
  page?: number
}

export function searchPath(text: string, { field = 'all', board = null, page = 1 }: Where = {}): string {
  const query = new URLSearchParams({ q: text })
  if (field !== 'all') query.set('field', field)
  if (board !== null) query.set('board', board)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}
