import { rename, unwrap } from './shape.ts'
import { styleOf } from './styles.ts'

/** As many as the server takes (lib/html/bounded-tables). */
const MAX_COLUMNS = 40
const MAX_CELLS = 3_000

/** Tables that hold what is in rows and columns; those that only lay out a page are taken apart. */
export function plainTables(body: HTMLElement): void {
  for (const inner of body.querySelectorAll('td table, th table')) flatten(inner)
  for (const table of body.querySelectorAll('table')) {
    for (const caption of table.querySelectorAll('caption')) table.before(rename(caption, 'p'))
    const rows = [...table.rows].filter(({ cells }) => cells.length > 0)
    const columns = Math.max(0, ...rows.map(({ cells }) => [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0)))
    if (rows.length * columns <= 1) flatten(table)
    else if (columns > MAX_COLUMNS || rows.length * columns > MAX_CELLS) asLines(table, rows)
    else for (const row of rows) for (const cell of row.cells) alignByClass(cell)
  }
}

/** Numbers stand at the right by a program's habit; what somebody centred is centred. */
function alignByClass(cell: HTMLTableCellElement): void {
  const words = cell.querySelector<HTMLElement>('p, div')
  const side = styleOf(cell).textAlign || cell.align || (words && styleOf(words).textAlign) || words?.getAttribute('align')
  cell.className = side === 'center' || (side === 'right' && !/^[\d\s.,%₩$+-]*$/.test(cell.textContent ?? '')) ? `align-${side}` : ''
}

function flatten(table: Element): void {
  for (const part of [...table.querySelectorAll('td, th')].toReversed()) rename(part, 'div')
  for (const part of [...table.querySelectorAll('thead, tbody, tfoot, tr')].toReversed()) unwrap(part)
  unwrap(table)
}

/** Too large for a table: its words, a row a line. */
function asLines(table: Element, rows: HTMLTableRowElement[]): void {
  const lines = rows.map((row) => {
    const line = table.ownerDocument.createElement('p')
    line.textContent = [...row.cells].map(({ textContent }) => (textContent ?? '').trim()).join(' / ')
    return line
  })
  table.replaceWith(...lines)
}
