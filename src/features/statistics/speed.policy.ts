import { speedBounds } from '../visits/speed.policy.ts'
import type { FeltMeasure, SpeedMeasure } from '../visits/speed.types.ts'
import type { Counts } from './speed.types.ts'

/** Where Google draws its lines (web.dev/vitals): up to the first a value is good, beyond the second it is poor. */
export const lines: Record<FeltMeasure, readonly [good: number, poor: number]> = {
  lcp: [2_500, 4_000],
  inp: [200, 500],
  cls: [0.1, 0.25],
}
export const ratings = ['good', 'middling', 'poor'] as const
export type Rating = (typeof ratings)[number]

export const sizeOf = (counts: Counts | null): number => (counts ?? []).reduce((sum, count) => sum + count, 0)

/** The value that such a part of all stayed below, as far as counts tell: between two bounds the values are taken for evenly spread. */
export function quantile(measure: SpeedMeasure, counts: Counts | null, part: number): number | null {
  const bounds = speedBounds[measure]
  let left = sizeOf(counts) * part
  for (const [index, count] of (counts ?? []).entries()) {
    if (count > 0 && left <= count) {
      const low = bounds[index - 1] ?? 0
      return low + ((bounds[index] ?? low) - low) * (left / count)
    }
    left -= count
  }
  return null
}

/** How many were good, middling and poor. */
export function rated(measure: FeltMeasure, counts: Counts | null): [good: number, middling: number, poor: number] {
  const [good, poor] = lines[measure].map((line) => speedBounds[measure].indexOf(line) + 1)
  const all = counts ?? []
  return [sizeOf(all.slice(0, good)), sizeOf(all.slice(good, poor)), sizeOf(all.slice(poor))]
}

export function ratingOf(measure: FeltMeasure, value: number): Rating {
  const [good, poor] = lines[measure]
  return value <= good ? 'good' : value <= poor ? 'middling' : 'poor'
}
