import { searchPath } from './search.paths.ts'
import { PAGE_SIZE, type SearchQuery } from './search.types.ts'

/** As `partials/pages` draws it. */
export interface ResultPages {
  first: string | null
  previous: string | null
  next: string | null
  last: string | null
  numbers: { label: string; path: string; current: boolean; far: boolean }[]
}

const AROUND = 4
const NEAR = 2

export function resultPages({ text, field, board, page }: SearchQuery, total: number): ResultPages {
  const count = Math.ceil(total / PAGE_SIZE)
  const to = (number: number) => searchPath(text, { field, board, page: number })
  const from = Math.max(1, Math.min(page - AROUND, count - 2 * AROUND))
  const until = Math.min(count, Math.max(page + AROUND, 1 + 2 * AROUND))
  return {
    first: from > 1 ? to(1) : null,
    previous: page > 1 && count > 0 ? to(page - 1) : null,
    next: page < count ? to(page + 1) : null,
    last: until < count ? to(count) : null,
    numbers: Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => {
      const number = from + index
      return { label: String(number), path: to(number), current: number === page, far: Math.abs(number - page) > NEAR }
    }),
  }
}
