export type CsvCell = string | number | null

/** What spreadsheets take for the beginning of a formula, the wide forms of Korean and Japanese keyboards among them. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * A table as spreadsheets read it: they take it for UTF-8 by its first character. A text that would be run as a formula begins with an
 * apostrophe, and so does one that begins with apostrophes and a formula: whoever drops one gets what was there. Numbers stay numbers.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`

function cellOf(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
