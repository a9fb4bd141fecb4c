import { type Day, isDay } from '../../lib/time/zone.ts'
import { MOST_VISITORS } from '../settings/visit-settings.types.ts'

/** A day of a history that was counted elsewhere. */
export interface HistoryDay {
  day: Day
  visitors: number
  /** null where the history does not tell. */
  pageViews: number | null
}

export interface WrongLine {
  /** As its writer sees it, from 1. */
  line: number
  text: string
  what: 'cells' | 'day' | 'visitors' | 'pageViews' | 'twice'
}

export interface History {
  days: HistoryDay[]
  wrong: WrongLine[]
}

/** Half a century. */
export const MOST_LINES = 20_000

type Column = 'day' | 'visitors' | 'pageViews'

/** What the columns are called: by us, by GnuBoard's table of sums, by people. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  day: ['day', 'date', 'vs_date', '날짜', '일자'],
  visitors: ['visitors', 'people', 'visits', 'count', 'vs_count', '방문자', '방문자수', '접속자', '접속자수'],
  pageViews: ['page_views', 'pageviews', 'page views', 'views', '페이지뷰', '페이지 보기', '조회수'],
}

const usual: readonly (Column | null)[] = ['day', 'visitors', 'pageViews']

/**
 * Reads `day,visitors[,page views]`, a day a line, with a head or without, as spreadsheets, databases and people write it. Every line has as many
 * cells as the first: a figure such as 1,684 that nobody put into quotes would else be read as two.
 */
export function readHistory(text: string): History {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '')
  const separator = ['\t', ';', ','].find((each) => lines[0]?.content.includes(each)) ?? ','
  const rows = lines.map(({ content, line }) => ({ content, line, cells: cellsOf(content, separator) }))
  const head = rows[0] === undefined || /^\d/.test(rows[0].cells[0] ?? '') ? null : headOf(rows[0].cells)
  const columns = head ?? usual
  const history: History = { days: [], wrong: [] }
  const lineOfDay = new Map<Day, number>()
  for (const { content, line, cells } of head === null ? rows : rows.slice(1)) {
    const read = cells.length === rows[0]?.cells.length ? dayOfCells(cells, columns) : 'cells'
    const what = typeof read === 'string' ? read : lineOfDay.has(read.day) ? 'twice' : null
    if (what !== null) history.wrong.push({ line, text: [...content.trim()].slice(0, 60).join(''), what })
    else if (typeof read !== 'string') {
      lineOfDay.set(read.day, line)
      history.days.push(read)
    }
  }
  history.days.sort((one, other) => (one.day < other.day ? -1 : 1))
  return history
}

/** null for a line that names neither days nor visitors: it is no head, and is read as a day. */
function headOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => {
    const name = cell.toLowerCase()
    return (Object.keys(columnNames) as Column[]).find((column) => columnNames[column].includes(name)) ?? null
  })
  return columns.includes('day') && columns.includes('visitors') ? columns : null
}

function cellsOf(line: string, separator: string): string[] {
  const cells = ['']
  let quoted = false
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === separator && !quoted) cells.push('')
    else cells[cells.length - 1] += sign
  }
  return cells.map((cell) => cell.trim().replace(/^'|'$/g, ''))
}

function dayOfCells(cells: readonly string[], columns: readonly (Column | null)[]): HistoryDay | Exclude<WrongLine['what'], 'twice'> {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const day = dayOfText(cell('day'))
  if (day === null) return 'day'
  const visitors = figureOf(cell('visitors'))
  if (visitors === null) return 'visitors'
  const pageViews = cell('pageViews') === '' ? null : figureOf(cell('pageViews'))
  if (cell('pageViews') !== '' && (pageViews === null || pageViews < visitors)) return 'pageViews'
  return { day, visitors, pageViews }
}

/** `2026-11-25`, `2026.11.25.`, `2026/1/5`, `20261125`; with the midnight that some databases add. */
function dayOfText(text: string): Day | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?(?:[ T]00:00(?::00)?)?$/.exec(text)
  if (parts === null) return null
  const [, year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) && day >= '1990-01-01' ? day : null
}

function figureOf(text: string): number | null {
  if (!/^(\d{1,10}|\d{1,3}(,\d{3})+)$/.test(text)) return null
  const figure = Number(text.replaceAll(',', ''))
  return figure <= MOST_VISITORS ? figure : null
}
