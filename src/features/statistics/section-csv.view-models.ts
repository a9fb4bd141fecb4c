import type { Reader } from '../../context.ts'
import { csv, type Reply } from '../../lib/http/reply.ts'
import type { CsvCell } from '../../lib/text/csv.ts'
import type { Section, Table } from './section.types.ts'
import type { Stretch } from './statistics.types.ts'

/** The table of a section as a file that is named by its days, or undefined where the page has no such section. */
export function sectionCsv(reader: Reader, sections: readonly Section[], id: string | undefined, { from, to }: Stretch): Reply | undefined {
  const section = sections.find((each) => each.id === id)
  return section && csv(`${section.title} ${from} ${to}`, csvRows(section.table, reader.t('charts.note')))
}

/** The same rows as are printed, with plain numbers: a share of a half is 0.5. */
export function csvRows({ heading, columns, rows }: Table, noteLabel: string): CsvCell[][] {
  const noted = rows.some(({ note }) => note !== null)
  return [
    [heading, ...columns.map(({ label }) => label), ...(noted ? [noteLabel] : [])],
    ...rows.map(({ name, cells, note }) => [name, ...cells.map(shortened), ...(noted ? [note] : [])]),
  ]
}

/** A third has no end. */
const shortened = (cell: CsvCell): CsvCell => (typeof cell === 'number' ? Math.round(cell * 10_000) / 10_000 : cell)
