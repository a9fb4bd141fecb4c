import fc from 'fast-check'
import type { Chart, ChartWords, Drawing } from '../../../src/lib/charts/chart.types.ts'
import { boxOf } from '../../../src/lib/charts/frame.ts'
import { type Day, shiftDay } from '../../../src/lib/time/zone.ts'

const compact = new Intl.NumberFormat('ko', { notation: 'compact', maximumSignificantDigits: 3 })

export const words: ChartWords = {
  figure: (value) => value.toLocaleString('ko'),
  axis: (value) => (value < 10_000 ? value.toLocaleString('ko') : compact.format(value)),
  whole: true,
  gap: '기록 없음',
  open: '(아직)',
  most: (picture, name, value) => `${picture}. ${name}, ${value}`,
  averaged: (count) => `${count}일 평균`,
  range: (from, to) => `${from} – ${to}`,
  within: (low, high) => `${low}~${high}`,
}

export const daysFrom = (first: Day, count: number): Day[] => Array.from({ length: count }, (_, index) => shiftDay(first, index))

/** What a site may see in a day: nothing, a few, many, one wild day; or that nothing was recorded. */
export const anyValue = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3_000) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.nat(2_000_000_000) },
)
export const anyValues = (from: number, to: number) => fc.array(anyValue, { minLength: from, maxLength: to, size: 'max' })

export const drawingsOf = (chart: Chart | null): Drawing[] => (chart === null ? [] : [chart.wide, chart.narrow])

interface Extent {
  x: number
  y: number
  width: number
  height: number
}

const HALF = 0.5

/** Everything that leaves the picture, and all words that lie over others. */
export function faultsOf(drawing: Drawing): string[] {
  const { width, height, rects, lines, paths, dots, spots } = drawing
  const outside = ({ x, y, width: wide, height: high }: Extent) =>
    !(x >= -HALF && y >= -HALF && x + wide <= width + HALF && y + high <= height + HALF && wide >= 0 && high >= 0)
  const texts = drawing.words.map((word) => ({ ...word, ...boxOf(word) }))
  const shapes: (Extent & { name: string })[] = [
    ...rects.map((rect) => ({ ...rect, name: `rect ${rect.look}` })),
    ...spots.map((spot) => ({ ...spot, name: `spot ${spot.says}` })),
    ...texts.map((text) => ({ ...text, name: `word ${text.text}` })),
    ...dots.map(({ x, y, look }) => ({ x: x - 3, y: y - 3, width: 6, height: 6, name: `dot ${look}` })),
    ...lines.map(({ x1, x2, y1, y2, look }) => ({
      ...{ x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) },
      name: `line ${look}`,
    })),
    ...paths.flatMap(({ d, look }) =>
      [...d.replace(/,([^,H]+)H([^,H]+)/, ',$1 $2,$1').matchAll(/(-?[\d.]+|NaN),(-?[\d.]+|NaN)/g)].map(([, x, y]) => ({
        ...{ x: Number(x), y: Number(y), width: 0, height: 0 },
        name: `path ${look}`,
      })),
    ),
  ]
  const over = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height,
      )
      .map((other) => `${one.text} over ${other.text}`),
  )
  return [...shapes.filter(outside).map(({ name, x, y }) => `${name} at ${x},${y} leaves the picture`), ...over]
}
