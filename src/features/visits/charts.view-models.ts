import { scaleBand, scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'

/** One value with its name; null is a gap, which is no zero. */
export interface Point {
  label: string
  value: number | null
}

/** A chart drawn for one width, in its own pixels: on a phone it is drawn anew, never scaled down. */
export interface Drawing {
  width: number
  height: number
  grid: { x1: number; x2: number; y: number; label: string }[]
  names: { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }[]
  /** Values worth telling in the picture. */
  notes: { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }[]
  area: string | null
  line: string | null
  /** Days alone between gaps, which a line can't show. */
  dots: { x: number; y: number }[]
  bars: { x: number; y: number; width: number; height: number; strong: boolean }[]
}

export interface Chart {
  /** What it shows, in a sentence: for whoever does not see it. */
  description: string
  /** false: not one value is known. */
  known: boolean
  wide: Drawing
  narrow: Drawing
}

type Words = (value: number) => string

const WIDE = { width: 760, height: 232 }
const NARROW = { width: 328, height: 200 }
const TOP = 22
const BOTTOM = 26
const LETTER = 7
const GRID_LINES = 4

const round = (value: number): number => Math.round(value * 10) / 10

/** Axis and room that both kinds of chart have. */
function frameOf(points: readonly Point[], { width, height }: typeof WIDE, words: Words) {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0))
  const y = scaleLinear([0, most], [height - BOTTOM, TOP]).nice(GRID_LINES)
  const ticks = y.ticks(GRID_LINES).filter(Number.isInteger)
  const left = Math.max(...ticks.map((tick) => words(tick).length)) * LETTER + 10
  const grid = ticks.map((tick) => ({ x1: left, x2: width, y: round(y(tick)), label: words(tick) }))
  const best = points.findIndex(({ value }) => value !== null && value === Math.max(...points.map((point) => point.value ?? 0)))
  return { y, left, grid, best, bottom: height - BOTTOM }
}

export const lineChart = (description: string, points: readonly Point[], words: Words): Chart => ({
  description,
  known: points.some(({ value }) => value !== null),
  wide: drawLine(points, WIDE, words),
  narrow: drawLine(points, NARROW, words),
})

function drawLine(points: readonly Point[], size: typeof WIDE, words: Words): Drawing {
  const { y, left, grid, best, bottom } = frameOf(points, size, words)
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [left + 6, size.width - 6])
  const at = (index: number) => round(x(index))
  const known = (point: Point | undefined): point is { label: string; value: number } => point !== undefined && point.value !== null
  const shape = { defined: known, x: (_point: Point, index: number) => at(index), y: ({ value }: Point) => round(y(value ?? 0)) }
  const path = line<Point>().defined(shape.defined).x(shape.x).y(shape.y)(points as Point[])
  const under = area<Point>().defined(shape.defined).x(shape.x).y0(bottom).y1(shape.y)(points as Point[])
  const every = Math.ceil(points.length / (size.width / 76))
  const highest = points[best]
  return {
    ...size,
    grid,
    line: path,
    area: under,
    bars: [],
    dots: points.flatMap((point, index) =>
      known(point) && !known(points[index - 1]) && !known(points[index + 1]) ? [{ x: at(index), y: round(y(point.value)) }] : [],
    ),
    // Counted from the newest day, which always has its name.
    names: points.flatMap((point, index) =>
      (points.length - 1 - index) % every === 0 && at(index) > left + 14
        ? [
            {
              x: at(index),
              y: size.height - 8,
              text: point.label,
              anchor: index === points.length - 1 ? ('end' as const) : ('middle' as const),
            },
          ]
        : [],
    ),
    notes: known(highest) && highest.value > 0 ? [noteAt(at(best), round(y(highest.value)) - 8, words(highest.value), size.width)] : [],
  }
}

/** A word at the edge must not leave the picture. */
const noteAt = (x: number, y: number, text: string, width: number): Drawing['notes'][number] => ({
  x,
  y,
  text,
  anchor: x > width - 30 ? 'end' : 'middle',
})

export const barChart = (description: string, points: readonly Point[], words: Words): Chart => ({
  description,
  known: points.some(({ value }) => value !== null),
  wide: drawBars(points, WIDE, words),
  narrow: drawBars(points, NARROW, words),
})

function drawBars(points: readonly Point[], size: typeof WIDE, words: Words): Drawing {
  const { y, left, grid, best, bottom } = frameOf(points, size, words)
  const band = scaleBand(points.keys(), [left, size.width]).padding(0.32)
  const middle = (index: number) => round((band(index) ?? 0) + band.bandwidth() / 2)
  const roomy = Math.max(...points.map(({ value }) => words(value ?? 0).length)) * LETTER + LETTER < band.step()
  const every = Math.max(1, Math.ceil((Math.max(...points.map(({ label }) => label.length)) * 10) / band.step()))
  return {
    ...size,
    grid,
    line: null,
    area: null,
    dots: [],
    bars: points.flatMap(({ value }, index) =>
      value === null
        ? []
        : [
            {
              x: round(band(index) ?? 0),
              y: round(y(value)),
              width: round(band.bandwidth()),
              height: round(bottom - y(value)),
              strong: index === best,
            },
          ],
    ),
    names: points.flatMap(({ label }, index) =>
      (points.length - 1 - index) % every === 0 ? [{ x: middle(index), y: size.height - 8, text: label, anchor: 'middle' as const }] : [],
    ),
    notes: points.flatMap(({ value }, index) =>
      value !== null && value > 0 && (roomy || index === best)
        ? [{ x: middle(index), y: round(y(value)) - 6, text: words(value), anchor: 'middle' as const }]
        : [],
    ),
  }
}
