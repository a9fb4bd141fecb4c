import type { Value } from './chart.types.ts'
import { isKnown } from './frame.ts'

/** One point of a line: a value, or what several come to where there are more of them than pixels. */
export interface Point {
  /** First and last index of its values, and the middle of both. */
  first: number
  last: number
  at: number
  /** Average of those that are known. */
  value: Value
  low: Value
  high: Value
}

/** Weeks, four weeks, quarters and years of days: a rhythm of weeks is no wave of its own after this. */
const SIZES = [1, 7, 28, 91, 364]

/** How many values one point stands for, so that no pixel has two. */
export const sizeFor = (count: number, pixels: number): number =>
  SIZES.find((size) => count / size <= pixels) ?? Math.ceil(count / Math.max(1, pixels))

/** Counted from the newest. The oldest that would be fewer than half join those after them: few days swing more than many. */
export function thin(values: readonly Value[], size: number): Point[] {
  const points: Point[] = []
  for (let end = values.length; end > 0; ) {
    const first = end - size < size / 2 ? 0 : end - size
    const last = end - 1
    const known = values.slice(first, end).filter(isKnown)
    const sum = known.reduce((total, value) => total + value, 0)
    points.unshift({
      ...{ first, last, at: (first + last) / 2 },
      ...(known.length === 0
        ? { value: null, low: null, high: null }
        : { value: sum / known.length, low: Math.min(...known), high: Math.max(...known) }),
    })
    end = first
  }
  return points
}
