import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Chart, ChartKey, ChartWords, Drawing, LineLook, Ticks, Value } from './chart.types.ts'
import { type Frame, frameOf, isKnown, mostOf, NARROW, namesBelow, placed, round, type Size, WIDE } from './frame.ts'
import { gapsOf, NOTES_HEIGHT, notesOf } from './line-marks.ts'
import { type Point, sizeFor, thin } from './thin.ts'

export interface Line {
  name: string
  look: LineLook
  values: readonly Value[]
  /** Of its own values, where they are others than those of the axis: days of a period before. */
  names: readonly string[] | null
}

export interface LineInput {
  /** What it shows. */
  picture: string
  names: readonly string[]
  ticks: Ticks
  /** The first is what the chart is about. */
  lines: readonly Line[]
  /** What happened: marked by its number. */
  notes: readonly { index: number; text: string }[]
  /** The last value is still growing. */
  open: boolean
}

/** null: not one value is known. A picture of nothing tells nothing. */
export function lineChart(input: LineInput, words: ChartWords): Chart | null {
  const values = input.lines[0]?.values ?? []
  if (!input.lines.some((each) => each.values.some(isKnown))) return null
  const most = mostOf(values)
  const name = input.names[values.indexOf(most)]
  const keys: ChartKey[] = input.lines.length > 1 ? input.lines.map((each) => ({ label: each.name, look: each.look, sign: 'line' })) : []
  if (gapsOf(thin(values, 1)).length > 0) keys.push({ label: words.gap, look: 'gap', sign: 'block' })
  return {
    description: most > 0 && name !== undefined ? words.most(input.picture, name, words.figure(most)) : input.picture,
    keys,
    notes: input.notes.map(({ index, text }, order) => ({ number: order + 1, name: input.names[index] ?? '', text })),
    wide: drawLines(input, WIDE, words),
    narrow: drawLines(input, NARROW, words),
  }
}

type At = (index: number) => number

function drawLines(input: LineInput, size: Size, words: ChartWords): Drawing {
  const { lines, names, notes } = input
  const frame = frameOf(mostOf(lines.flatMap(({ values }) => values)), size, words, notes.length > 0 ? NOTES_HEIGHT : 0)
  const [from, to] = [frame.left + 6, size.width - 6]
  const scale = scaleLinear([0, names.length - 1], [from, to])
  const at: At = (index) => (names.length === 1 ? (from + to) / 2 : scale(index))
  const many = sizeFor(names.length, to - from)
  const drawn = lines.map((each) => ({ ...each, points: thin(asMany(each.values, names.length), many) }))
  const gaps = gapsOf(drawn[0]?.points ?? []).map(({ first, last }) => {
    const [x, end] = [Math.max(from, at(first - 0.5)), Math.min(to, at(last + 0.5))]
    return { x: round(x), y: frame.top, width: round(end - x), height: round(frame.bottom - frame.top), look: 'gap' as const }
  })
  const marks = notesOf(notes, at, frame)
  return {
    ...size,
    rects: [...gaps, ...marks.rects],
    lines: [...frame.lines, ...marks.lines],
    paths: drawn.flatMap((each, order) => pathsOf(each, at, frame, order === 0)),
    dots: drawn.flatMap((each, order) => dotsOf(each, at, frame, order === 0 && input.open)),
    words: [...frame.words, ...namesBelow(input.ticks, at, frame), ...peakOf(drawn[0]?.points ?? [], at, frame, words), ...marks.words],
    spots: spotsOf(input, drawn, at, frame, words),
    note: many > 1 ? words.averaged(many) : null,
  }
}

/** A period before may be shorter or longer: both begin on the same day of theirs. */
const asMany = (values: readonly Value[], count: number): Value[] => Array.from({ length: count }, (_, index) => values[index] ?? null)

type Drawn = Line & { points: readonly Point[] }

function pathsOf({ points, look }: Drawn, at: At, { y, bottom }: Frame, first: boolean): Drawing['paths'] {
  const known = points as Point[]
  const defined = ({ value }: Point) => value !== null
  const x = (point: Point) => round(at(point.at))
  const height = (value: Value) => round(y(value ?? 0))
  const averaged = points.some(({ low, high }) => low !== high)
  const course = line<Point>()
    .defined(defined)
    .x(x)
    .y(({ value }) => height(value))(known)
  const floor = ({ low }: Point) => (averaged ? height(low) : bottom)
  const below = area<Point>()
    .defined(defined)
    .x(x)
    .y0(floor)
    .y1(({ high }) => height(high))(known)
  return [
    ...(first && below !== null ? [{ d: below, look: averaged ? ('band' as const) : ('area' as const) }] : []),
    ...(course !== null ? [{ d: course, look }] : []),
  ]
}

/** Values alone between gaps, which a line can't show, and the one that is still growing. */
const dotsOf = ({ points, look }: Drawn, at: At, { y }: Frame, open: boolean): Drawing['dots'] =>
  points.flatMap((point, index) => {
    const growing = open && index === points.length - 1
    const alone = !isKnown(points[index - 1]?.value) && !isKnown(points[index + 1]?.value)
    return point.value !== null && (growing || alone) ? [{ x: round(at(point.at)), y: round(y(point.value)), look, open: growing }] : []
  })

/** The highest value is told in the picture. */
function peakOf(points: readonly Point[], at: At, { left, width, y }: Frame, words: ChartWords): Drawing['words'] {
  const most = mostOf(points.map(({ high }) => high))
  const peak = points.find(({ high }) => high === most)
  return peak === undefined || most === 0 ? [] : [placed(words.figure(most), at(peak.at), y(most) - 8, 'figure', [left, width])]
}

function spotsOf({ names, open }: LineInput, drawn: readonly Drawn[], at: At, frame: Frame, words: ChartWords): Drawing['spots'] {
  const [main] = drawn
  const ends = (main?.points ?? []).map(({ last }) => round(at(last + 0.5)))
  return (main?.points ?? []).map((point, index) => {
    const from = index === 0 ? frame.left : (ends[index - 1] ?? frame.left)
    const to = index === ends.length - 1 ? frame.width : (ends[index] ?? frame.width)
    const growing = open && index === ends.length - 1 ? ` ${words.open}` : ''
    const values = drawn.map((each) => told(each, each.points[index], drawn.length > 1, words))
    return {
      ...{ x: from, y: frame.top, width: round(Math.max(0, to - from)), height: round(frame.bottom - frame.top) },
      at: point.value === null ? null : { x: round(at(point.at)), y: round(frame.y(point.value)) },
      says: `${stretch(names, point, words)}: ${values.join(' · ')}${growing}`,
    }
  })
}

const stretch = (names: readonly string[], { first, last }: Point, words: ChartWords): string =>
  first === last ? (names[first] ?? '') : words.range(names[first] ?? '', names[last] ?? '')

function told({ name, names }: Drawn, point: Point | undefined, named: boolean, words: ChartWords): string {
  const own = names !== null && point !== undefined && names[point.first] !== undefined ? ` (${stretch(names, point, words)})` : ''
  const { value = null, low = null, high = null } = point ?? {}
  const figure =
    value === null || low === null || high === null
      ? words.gap
      : low === high
        ? words.figure(value)
        : `${words.figure(words.whole ? Math.round(value) : value)} (${words.within(words.figure(low), words.figure(high))})`
  return named ? `${name}${own} ${figure}` : figure
}
