import type { MarkdownIt as Engine, StateBlock } from 'markdown-it'
import { MAX_CELLS, MAX_COLUMNS, type TableEnv } from './bounded-tables.ts'
import { blocksOn, closingLine, inVain, lineAt, mayOpen } from './enclosed-blocks.ts'
import { type Cell, readTable, type Section } from './read-table.ts'

/** `<table>` … `</table>`, each on a line of its own, for what a Markdown table has no sign: cells that span others or hold several blocks. */
export function writtenTables(engine: Engine): void {
  engine.block.ruler.before('fence', 'written_table', writtenTable, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
}

function writtenTable(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const env = state.env as TableEnv
  if (lineAt(state, start) !== '<table>' || !mayOpen(state, start)) return false
  const last = closingLine(state, '</table>', start + 1, end)
  if (last === null) return inVain(state)
  const sections = readTable((line) => lineAt(state, line), start + 1, last)
  const cells = sections && costOf(sections)
  if (!cells || cells > MAX_CELLS - (env.cells ?? 0)) return inVain(state)
  if (silent) return true
  env.cells = (env.cells ?? 0) + cells
  state.push('table_open', 'table', 1)
  for (const section of sections) pushSection(state, section)
  state.push('table_close', 'table', -1)
  state.line = last + 1
  return true
}

/** How many plain cells it is worth; null: wider than anyone reads. */
function costOf(sections: readonly Section[]): number | null {
  let cells = 0
  for (const row of sections.flatMap(({ rows }) => rows)) {
    if (row.reduce((columns, { colspan }) => columns + colspan, 0) > MAX_COLUMNS) return null
    for (const { colspan, rowspan } of row) cells += colspan * rowspan
  }
  return cells
}

function pushSection(state: StateBlock, { tag, rows }: Section): void {
  state.push(`${tag}_open`, tag, 1)
  for (const row of rows) {
    state.push('tr_open', 'tr', 1)
    for (const cell of row) pushCell(state, cell)
    state.push('tr_close', 'tr', -1)
  }
  state.push(`${tag}_close`, tag, -1)
}

function pushCell(state: StateBlock, { tag, colspan, rowspan, className, content }: Cell): void {
  const open = state.push(`${tag}_open`, tag, 1)
  if (className) open.attrPush(['class', className])
  if (colspan > 1) open.attrPush(['colspan', String(colspan)])
  if (rowspan > 1) open.attrPush(['rowspan', String(rowspan)])
  if (typeof content === 'string') {
    const inline = state.push('inline', '', 0)
    inline.content = content
    inline.children = []
  } else blocksOn(state, content.from, content.to)
  state.push(`${tag}_close`, tag, -1)
}
