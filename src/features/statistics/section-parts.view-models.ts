import type { Reader } from '../../context.ts'
import type { LineLook, Value } from '../../lib/charts/chart.types.ts'
import { lineChart } from '../../lib/charts/line-chart.ts'
import { dayNames, dayTicks } from '../../lib/charts/time-ticks.ts'
import type { Day } from '../../lib/time/zone.ts'
import { chartWords, type FigureKind } from './figures.view-models.ts'
import { daysIn } from './range.policy.ts'
import type { Cell, Column, Row, Section, Table } from './section.types.ts'
import type { AskedRange, Frame } from './statistics.types.ts'

/** The days and the board of a page, as its links ask for them again. */
export const askedOf = ({ range, board }: Frame): AskedRange => ({
  ...(range.period === null ? { from: range.from, to: range.to } : { period: range.period }),
  compare: range.compare,
  ...(range.compare === 'days' ? { compareFrom: range.beside?.from } : {}),
  ...(board === null ? {} : { board: board.slug }),
})

/** A section of this page, with the table as CSV. */
export const sectionOf = (
  { t }: Reader,
  frame: Frame,
  section: Pick<Section, 'id' | 'title' | 'chart' | 'table'> & { note?: string | null },
): Section => ({
  note: null,
  ...section,
  csvPath: frame.pathOf(askedOf(frame), section.id),
  empty: t('statistics.empty'),
})

/** A table that belongs to a chart. */
export const tableOf = (heading: string, columns: Column[], rows: { name: string; cells: Cell[]; note?: string | null }[]): Table => ({
  ...{ heading, columns, bars: null, more: null },
  rows: rows.map((row): Row => ({ path: null, note: null, ...row })),
})

/** A figure of every day. */
export interface DaySeries {
  label: string
  valueOn(day: Day): Value
}

const looks: LineLook[] = ['now', 'second', 'third', 'fourth']

const totalOf = (values: readonly Value[]): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** Figures of every day: the four with the most as lines, all of them in the table, newest first. */
export function seriesSection(
  reader: Reader,
  frame: Frame,
  { id, title, note = null, kind = 'number' }: { id: string; title: string; note?: string | null; kind?: FigureKind },
  series: readonly DaySeries[],
): Section {
  const { t, locale } = reader
  const days = daysIn(frame.range)
  const lines = series
    .map(({ label, valueOn }) => ({ name: label, values: days.map(valueOn), names: null }))
    .sort((one, other) => totalOf(other.values) - totalOf(one.values))
    .flatMap((line, index) => (looks[index] ? [{ ...line, look: looks[index] }] : []))
  const drawn = { picture: title, names: dayNames(days, locale), ticks: dayTicks(days, locale), lines, open: isOpen(frame) }
  return sectionOf(reader, frame, {
    ...{ id, title, note, chart: lineChart({ ...drawn, notes: [] }, chartWords(reader, kind)) },
    table: tableOf(
      t('visits.day'),
      series.map(({ label }) => ({ label, kind })),
      days
        .filter((day) => day >= (frame.firstDay ?? day))
        .map((day) => ({ name: day, cells: series.map(({ valueOn }) => valueOn(day)) }))
        .reverse(),
    ),
  })
}

/** The last day is still growing. */
export const isOpen = ({ range, today }: Frame): boolean => range.to === today
