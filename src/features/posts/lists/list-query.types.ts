import { z } from 'zod'
import type { Viewer } from '../../../context.ts'
import { type Sort, sorts } from '../../boards/board-settings.types.ts'
import { seesAllPosts } from '../../boards/boards.policy.ts'
import type { Board } from '../../boards/boards.types.ts'

/** Which posts of a board a list shows, and in which order. What is not said in the address is the board's default. */
export interface ListQuery {
  page: number
  category: number | null
  filter: (typeof listFilters)[number]
  /** A nickname. */
  author: string | null
  period: (typeof listPeriods)[number] | null
  sort: Sort
}

export const listFilters = ['all', 'mine', 'unanswered', 'popular'] as const
export const listPeriods = ['day', 'week', 'month', 'year'] as const

/** How a list's address is read: what makes no sense asks for nothing, but a page that can't be is not ours. The bound keeps arithmetic exact. */
export const ListAddress = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,7}$/)
    .default('1')
    .transform(Number),
  category: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .nullish()
    .catch(null),
  filter: z.enum(listFilters).default('all').catch('all'),
  author: z.string().min(1).max(60).nullish().catch(null),
  period: z.enum(listPeriods).nullish().catch(null),
  sort: z.enum(sorts).nullish().catch(null),
})
export type ListAddress = z.output<typeof ListAddress>

/**
 * What an address asks for, as this board and this viewer can have it. Each list is counted in blocks, and there is none for every mixture: a
 * filter or an author shows the newest first, and another order goes with a category alone.
 */
export function listQuery(viewer: Viewer, board: Board, address: ListAddress): ListQuery {
  const { page } = address
  const sort = address.sort && board.sorts.includes(address.sort) ? address.sort : board.defaultSort
  const nothing = { page, category: null, filter: 'all', author: null, period: null, sort: 'newest' } as const
  const period = address.period ?? null
  if (!seesAllPosts(viewer, board)) return { ...nothing, filter: 'mine', period }
  if (address.filter !== 'all') return { ...nothing, filter: address.filter, period }
  if (address.author && !board.anonymous) return { ...nothing, author: address.author, period }
  const category = board.categories.find(({ id }) => id === address.category)?.id ?? null
  return period === null ? { ...nothing, category, sort } : { ...nothing, category, period }
}

/** The board's list as it opens. */
export const plainList = (viewer: Viewer, board: Board): ListQuery => listQuery(viewer, board, ListAddress.parse({}))

/** Whether it shows fewer posts than the board has. */
export const isNarrowed = ({ category, ...query }: ListQuery, { but }: { but?: 'category' } = {}): boolean =>
  query.filter !== 'all' || query.author !== null || query.period !== null || (but !== 'category' && category !== null)
