import { scaleBand } from 'd3-scale'
import type { Chart, ChartWords, Drawing, Look, PartLook, Ticks, Value } from './chart.types.ts'
import { type Frame, frameOf, isKnown, mostOf, NARROW, namesBelow, placed, round, type Size, WIDE } from './frame.ts'
import { widthOf } from './text-width.ts'

export interface BarPart {
  name: string
  values: readonly Value[]
}

export interface BarInput {
  picture: string
  names: readonly string[]
  ticks: Ticks
  /** One, or several that stand on one another. */
  parts: readonly BarPart[]
  /** Of the period before: a dashed line across each bar. */
  before: BarPart | null
}

/** A bar that is wider is a wall. */
const WIDEST = 44
/** How far the line of what was before stands out on either side. */
const BESIDE = 4

const parts: PartLook[] = ['part-1', 'part-2', 'part-3', 'part-4', 'part-5']
export const partLook = (index: number): PartLook => parts[index % parts.length] ?? 'part-1'

/** null: not one value is known. */
export function barChart(input: BarInput, words: ChartWords): Chart | null {
  const totals = totalsOf(input)
  if (!totals.some(isKnown) && !input.before?.values.some(isKnown)) return null
  const most = mostOf(totals)
  const stacked = input.parts.length > 1
  const now = stacked
    ? input.parts.map(({ name }, index) => ({ label: name, look: partLook(index) }))
    : input.before === null
      ? []
      : [{ label: input.parts[0]?.name ?? '', look: 'bar' as const }]
  return {
    description: most > 0 ? words.most(input.picture, input.names[totals.indexOf(most)] ?? '', words.figure(most)) : input.picture,
    keys: [
      ...now.map((key) => ({ ...key, sign: 'block' as const })),
      ...(input.before === null ? [] : [{ label: input.before.name, look: 'before-mark' as const, sign: 'line' as const }]),
    ],
    notes: [],
    wide: drawBars(input, WIDE, words),
    narrow: drawBars(input, NARROW, words),
  }
}

/** Of all parts; null where none is known. */
const totalsOf = ({ names, parts: all }: BarInput): Value[] =>
  names.map((_, index) => {
    const known = all.map(({ values }) => values[index]).filter(isKnown)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  })

interface Column {
  index: number
  x: number
  width: number
  middle: number
  total: Value
  before: Value
}

function drawBars(input: BarInput, size: Size, words: ChartWords): Drawing {
  const totals = totalsOf(input)
  const most = mostOf(totals)
  const frame = frameOf(Math.max(most, mostOf(input.before?.values ?? [])), size, words)
  const band = scaleBand(input.names.keys(), [frame.left, size.width]).padding(0.28)
  const width = Math.min(band.bandwidth(), WIDEST)
  const columns = totals.map((total, index): Column => {
    const middle = (band(index) ?? 0) + band.bandwidth() / 2
    return { index, x: round(middle - width / 2), width: round(width), middle, total, before: input.before?.values[index] ?? null }
  })
  const best = totals.indexOf(most)
  return {
    ...size,
    rects: columns.flatMap((column) => rectsOf(input, column, column.index === best, frame.y)),
    lines: frame.lines,
    paths: columns.flatMap((column) => beforeOf(column, frame)),
    ...{ dots: [], note: null },
    words: [
      ...frame.words,
      ...namesBelow(input.ticks, (index) => columns[index]?.middle ?? 0, frame),
      ...figuresOf(columns, best, band.step(), frame, words),
    ],
    spots: columns.map(({ index, middle, total }) => ({
      ...{ x: round(middle - band.step() / 2), y: frame.top, width: round(band.step()), height: round(frame.bottom - frame.top) },
      at: total === null ? null : { x: round(middle), y: round(frame.y(total)) },
      says: `${input.names[index] ?? ''}: ${told(input, index, total, words)}`,
    })),
  }
}

/** A dashed line across the bar, a little wider. */
const beforeOf = ({ middle, width, before }: Column, { left, width: end, y }: Frame): Drawing['paths'] =>
  before === null
    ? []
    : [
        {
          d: `M${round(Math.max(left, middle - width / 2 - BESIDE))},${round(y(before))}H${round(Math.min(end, middle + width / 2 + BESIDE))}`,
          look: 'before-mark',
        },
      ]

/** One on the other, the first at the bottom. */
function rectsOf({ parts: all }: BarInput, { index, x, width }: Column, best: boolean, y: (value: number) => number): Drawing['rects'] {
  let below = 0
  return all.flatMap(({ values }, order) => {
    const value = values[index]
    if (!isKnown(value) || value <= 0) return []
    const [low, high] = [y(below), y(below + value)]
    below += value
    const look: Look = all.length > 1 ? partLook(order) : best ? 'bar-most' : 'bar'
    // What is there is seen, however little it is beside the most.
    const height = Math.max(1, low - high)
    return [{ x, y: round(low - height), width, height: round(height), look }]
  })
}

/** Over each bar where all have room, else over the highest alone. */
function figuresOf(columns: readonly Column[], best: number, step: number, { left, width, y }: Frame, words: ChartWords): Drawing['words'] {
  const known = columns.flatMap(({ total, ...column }) => (total === null || total <= 0 ? [] : [{ ...column, total }]))
  const roomy = (write: (value: number) => string) => known.every(({ total }) => widthOf(write(total)) + 6 <= step)
  const write = [words.figure, words.axis].find(roomy)
  return known
    .filter(({ index }) => write !== undefined || index === best)
    .map(({ middle, total, before }) =>
      placed((write ?? words.figure)(total), middle, y(Math.max(total, before ?? 0)) - 6, 'figure', [left, width]),
    )
}

function told({ parts: all, before }: BarInput, index: number, total: Value, words: ChartWords): string {
  const figure = (value: Value | undefined) => (isKnown(value) ? words.figure(value) : words.gap)
  const each = all.length > 1 ? all.map(({ name, values }) => `${name} ${figure(values[index])}`) : []
  const past = before === null ? [] : [`${before.name} ${figure(before.values[index])}`]
  return [figure(total), ...each, ...past].join(' · ')
}
