import { openStatisticsPath } from '../visits/visits.paths.ts'
import type { AskedRange, StatisticsPageName } from './statistics.types.ts'

/** What those who run the site wrote on the line of time; its page is the console's. */
export const notesPath = '/console/visitors/notes'

/** How one post was read. */
export const postLifePath = (postId: number, section?: string): string =>
  `/console/visitors/posts/${postId}${section === undefined ? '' : `?format=csv&section=${section}`}`

/** A page of statistics, of the days and the board that were asked for. What is usual is left out. */
export function statisticsPath(page: StatisticsPageName, asked: Partial<AskedRange> = {}, section?: string): string {
  const { period, from, to, compare, compareFrom, board } = asked
  const parts = new URLSearchParams()
  if (from !== undefined && to !== undefined) {
    parts.set('from', from)
    parts.set('to', to)
  } else if (period !== undefined && period !== '30') parts.set('period', period)
  if (compare !== undefined && compare !== 'before') parts.set('compare', compare)
  if (compareFrom !== undefined) parts.set('compareFrom', compareFrom)
  if (board !== undefined) parts.set('board', board)
  if (section !== undefined) {
    parts.set('format', 'csv')
    parts.set('section', section)
  }
  const query = parts.toString()
  const path = page === 'open' ? openStatisticsPath : `/console/visitors${page === 'overview' ? '' : `/${page}`}`
  return `${path}${query === '' ? '' : `?${query}`}`
}
