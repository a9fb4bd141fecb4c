import type { Reader } from '../../../context.ts'
import type { PageLinks } from './post-list.types.ts'

/** So many numbers on a desk; a phone leaves out the `far` ones. */
const WIDE = 10
const NARROW = 5

export function pageLinks(
  reader: Pick<Reader, 'number'>,
  { page, total, pageSize }: { page: number; total: number; pageSize: number },
  link: (page: number) => string,
): PageLinks {
  const last = Math.max(1, Math.ceil(total / pageSize))
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
