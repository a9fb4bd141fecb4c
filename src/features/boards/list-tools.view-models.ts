import type { Reader } from '../../context.ts'
import type { CategoryCounts } from '../posts/counts/category-counts.read-models.ts'
import { listPath } from '../posts/lists/list-query.paths.ts'
import { isNarrowed, type ListQuery, listFilters, listPeriods } from '../posts/lists/list-query.types.ts'
import { markReadPath } from '../reading-marks/reading-marks.paths.ts'
import { type CategoryColor, categoryName } from './board-categories.types.ts'
import { seesAllPosts } from './boards.policy.ts'
import type { Board } from './boards.types.ts'

export interface Chip {
  label: string
  path: string
  current: boolean
  color: CategoryColor
  count: string | null
}

/** 전체 and the categories, each with the number of its posts; none for a board without categories. */
export function categoryChips({ t, locale, number }: Reader, board: Board, query: ListQuery, counts: CategoryCounts): Chip[] {
  if (board.categories.length === 0) return []
  // A period and an order go along; a filter has no categories.
  const kept = isNarrowed({ ...query, period: null }, { but: 'category' }) ? {} : { period: query.period, sort: query.sort }
  const chip = (id: number | null, label: string, color: CategoryColor): Chip => ({
    label,
    path: listPath(board, { ...kept, category: id }),
    current: query.category === id && !isNarrowed({ ...query, period: null }, { but: 'category' }),
    color,
    count: number(counts.get(id) ?? 0),
  })
  return [
    chip(null, t('boards.categories.all'), 'grey'),
    ...board.categories.map((category) => chip(category.id, categoryName(category, locale), category.color)),
  ]
}

export interface ListTools {
  /** What the list shows now, in a few words. */
  summary: string
  rows: { label: string; choices: { label: string; path: string; current: boolean }[] }[]
  /** Asks for the posts of one author. */
  author: { action: string; value: string } | null
  markReadPath: string | null
}

/** Which posts, and in which order: links alone, so that each list has an address. */
export function listTools(reader: Reader, board: Board, query: ListQuery): ListTools {
  const { t, viewer } = reader
  const all = seesAllPosts(viewer, board)
  const rows = [all ? sortRow(reader, board, query) : null, all ? filterRow(reader, board, query) : null, periodRow(reader, board, query)]
  const words = rows.flatMap((row) => row?.choices.find(({ current, plain }) => current && !plain)?.label ?? [])
  if (query.author !== null) words.unshift(t('boards.tools.of', { author: query.author }))
  return {
    summary: words.join(' · ') || t(`boards.sort.${query.sort}`),
    rows: rows.filter((row) => row !== null && row.choices.length > 1) as ListTools['rows'],
    author: all && !board.anonymous ? { action: listPath(board, {}), value: query.author ?? '' } : null,
    markReadPath: viewer.memberId === null ? null : markReadPath(board),
  }
}

interface Row {
  label: string
  /** `plain` goes without saying. */
  choices: { label: string; path: string; current: boolean; plain: boolean }[]
}

function sortRow({ t }: Reader, board: Board, query: ListQuery): Row {
  const ordered = !isNarrowed(query, { but: 'category' })
  return {
    label: t('boards.tools.sort'),
    choices: board.sorts.map((sort) => ({
      label: t(`boards.sort.${sort}`),
      path: listPath(board, { category: query.category, sort }),
      current: ordered && query.sort === sort,
      plain: sort === board.defaultSort,
    })),
  }
}

function filterRow({ t, viewer }: Reader, board: Board, query: ListQuery): Row {
  const offered = listFilters.filter((filter) => {
    if (filter === 'mine') return viewer.memberId !== null
    if (filter === 'unanswered') return board.commentsEnabled
    return filter === 'all' || (board.popularVotes > 0 && board.votes !== 'none')
  })
  return {
    label: t('boards.tools.filter'),
    choices: offered.map((filter) => ({
      label: t(`boards.filter.${filter}`),
      path: listPath(board, { filter, period: query.period }),
      current: query.filter === filter && query.author === null && (filter !== 'all' || query.category === null),
      plain: filter === 'all',
    })),
  }
}

function periodRow({ t }: Reader, board: Board, { filter, author, category, period }: ListQuery): Row {
  return {
    label: t('boards.tools.period'),
    choices: [null, ...listPeriods].map((each) => ({
      label: t(`boards.period.${each ?? 'all'}`),
      path: listPath(board, { filter, author, category, period: each }),
      current: period === each,
      plain: each === null,
    })),
  }
}
