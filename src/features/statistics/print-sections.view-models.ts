import type { Reader } from '../../context.ts'
import type { Chart } from '../../lib/charts/chart.types.ts'
import { figuresOf } from './figures.view-models.ts'
import type { Cell, Column, ColumnKind, Row, Section, Table } from './section.types.ts'

/** What `views/statistics/_sections.ejs` prints. */
export interface PrintedSection {
  id: string
  title: string
  note: string | null
  chart: Chart | null
  table: PrintedTable
  /** The table says what the chart shows: it waits until somebody opens it. */
  folded: boolean
  csvPath: string | null
  /** Said in place of the table; null: it has rows. */
  empty: string | null
}

export type CellLook = '' | 'n' | 'n n--share'

export interface PrintedTable {
  heading: string
  /** `look`: a figure stands to the right, a share is left out on a phone, where the bar tells it. */
  columns: { label: string; look: CellLook }[]
  /** `share`: how far the bar behind the name reaches, in percent. */
  rows: { name: string; path: string | null; note: string | null; share: number | null; cells: { text: string; look: CellLook }[] }[]
  isRanking: boolean
  more: string | null
}

export const printSections = (reader: Reader, sections: readonly Section[]): PrintedSection[] =>
  sections.map(({ table, empty, ...section }) => ({
    ...section,
    table: printTable(reader, table),
    folded: section.chart !== null && table.bars === null,
    empty: table.rows.length === 0 ? empty : null,
  }))

/** Of ten years of days the newest are read; all of them are in the CSV. */
const MOST_ROWS = 400

function printTable(reader: Reader, { heading, columns, rows: all, bars, more }: Table): PrintedTable {
  const print = cellPrinter(reader)
  const rows = all.slice(0, MOST_ROWS)
  const shareOf = sharesOf(rows, bars)
  return {
    heading,
    columns: columns.map(({ label, kind }) => ({ label, look: lookOf(kind) })),
    rows: rows.map((row) => ({
      ...{ name: row.name, path: row.path, note: row.note, share: shareOf(row) },
      cells: row.cells.map((cell, index) => ({
        text: print(cell, columns[index], row, index),
        look: lookOf(columns[index]?.kind ?? 'text'),
      })),
    })),
    isRanking: bars !== null,
    more: all.length > MOST_ROWS ? reader.t('charts.cut', { rows: reader.number(MOST_ROWS) }) : more,
  }
}

const lookOf = (kind: ColumnKind): CellLook => (kind === 'text' ? '' : kind === 'percent' ? 'n n--share' : 'n')

/** A row of which nothing is known says so once. */
function cellPrinter(reader: Reader) {
  const figures = figuresOf(reader)
  return (cell: Cell, column: Column | undefined, { cells }: Row, index: number): string => {
    if (cell === null) return index === 0 && cells.every((each) => each === null) ? reader.t('charts.gap') : '–'
    return typeof cell === 'string' || column === undefined || column.kind === 'text' ? String(cell) : figures[column.kind](cell)
  }
}

function sharesOf(rows: readonly Row[], bars: number | null): (row: Row) => number | null {
  if (bars === null) return () => null
  const shown = ({ cells }: Row) => {
    const cell = cells[bars]
    return typeof cell === 'number' ? Math.max(0, cell) : 0
  }
  const most = rows.reduce((highest, row) => Math.max(highest, shown(row)), 0)
  return (row) => (most === 0 ? 0 : Math.round((shown(row) / most) * 1_000) / 10)
}
