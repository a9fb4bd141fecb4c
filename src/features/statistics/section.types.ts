import type { Chart, SparkLine } from '../../lib/charts/chart.types.ts'

/**
 * `number` counts, `decimal` has one digit behind the point, `score` two, `percent` is a share (0.5 is half), `change` is what came or went in proportion
 * (-0.5: half of it went), `ms` is a time in milliseconds. What is printed follows the reader's language; the CSV has the plain number.
 */
export type ColumnKind = 'text' | 'number' | 'decimal' | 'score' | 'percent' | 'change' | 'ms'

export interface Column {
  label: string
  kind: ColumnKind
}

/** null: not recorded, which is no zero. */
export type Cell = number | string | null

export interface Row {
  name: string
  /** Where the name leads, if anywhere. */
  path: string | null
  /** One for each column. */
  cells: Cell[]
  /** What the owner wrote about it, below the name. */
  note: string | null
}

/** One structure from which both the printed table and its CSV come. */
export interface Table {
  /** Over the names. */
  heading: string
  columns: Column[]
  rows: Row[]
  /** Index of the column whose values are bars behind the names: then the table is a ranking, and stands open. */
  bars: number | null
  /** What is left out below the last row, in a sentence. */
  more: string | null
}

/** What every page of statistics is made of: a chart, the table of the same values below it, and that table as CSV. */
export interface Section {
  /** Of its heading, and its name in `?format=csv&section=`. */
  id: string
  title: string
  note: string | null
  /** null: a table alone. */
  chart: Chart | null
  table: Table
  csvPath: string | null
  /** Said in place of a table without rows. */
  empty: string
}

/** In words and by a triangle: colour alone says nothing. */
export interface Change {
  text: string
  direction: 'up' | 'down' | 'same'
}

/** A figure to be seen at a glance. */
export interface Tile {
  label: string
  figure: string
  change: Change | null
  /** Beside the change or alone: than what, since when. */
  beside: string | null
  /** The course of the last values; null where there is none to see. */
  spark: SparkLine | null
}
