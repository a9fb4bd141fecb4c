import MarkdownIt, { type MarkdownIt as Engine, type StateBlock } from 'markdown-it'

/** Two bytes of a row ask for a cell in every column of the header: 64 KiB would become a million cells. */
export const MAX_CELLS = 4_000
export const MAX_COLUMNS = 40

export interface TableEnv {
  cells?: number
}

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean

/** Tables as ever, until a text has had its fill of cells; what comes after stays as typed. */
export function boundTables(engine: Engine): void {
  const [table] = new MarkdownIt('zero').enable('table').block.ruler.getRules('') as BlockRule[]
  if (!table) throw new Error('the Markdown parser has no table rule')
  const bounded: BlockRule = (state, start, end, silent) => {
    const env = state.env as TableEnv
    const columns = columnsOf(state, start + 1)
    const left = MAX_CELLS - (env.cells ?? 0)
    if (columns < 1 || columns > MAX_COLUMNS || left < columns * 2) return false
    const lastLine = Math.min(end, start + 1 + Math.floor(left / columns))
    if (!table(state, start, lastLine, silent)) return false
    if (!silent) env.cells = (env.cells ?? 0) + columns * (state.line - start)
    return true
  }
  engine.block.ruler.at('table', bounded, { alt: ['paragraph', 'reference'] })
}

/** Of the line of dashes under the header. 0: that is no such line. */
function columnsOf(state: StateBlock, line: number): number {
  if (line >= state.lineMax) return 0
  const dashes = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
  return /^[-:|][-:|\s]*$/.test(dashes) ? dashes.split('|').filter((cell) => cell.trim() !== '').length : 0
}
