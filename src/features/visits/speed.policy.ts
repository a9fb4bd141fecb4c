import type { Day } from '../../lib/time/zone.ts'
import type { PageName } from './page-name.policy.ts'
import { type FeltPage, feltMeasures, type PageKind, type SpeedMeasure, type SpeedPart, type SpeedRow } from './speed.types.ts'

/**
 * The highest value of each count; the last count has no bound. They are dense about where Google draws its lines, and those lines are among
 * them: how many were good is counted, not guessed. A bound is never moved: what was counted below it can't be parted again.
 */
export const speedBounds: Record<SpeedMeasure, readonly number[]> = {
  lcp: [400, 700, 1_000, 1_300, 1_600, 2_000, 2_500, 3_000, 3_500, 4_000, 5_000, 6_500, 8_000, 11_000, 16_000],
  inp: [16, 32, 48, 72, 100, 125, 150, 200, 250, 300, 400, 500, 700, 1_000, 2_000],
  cls: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.25, 0.35, 0.5, 0.75, 1],
  server: [2, 5, 10, 15, 20, 30, 45, 65, 100, 150, 250, 400, 700, 1_500, 4_000],
}
/** Of a measure: one more than it has bounds. */
export const SPEED_COUNTS = 16

export function countOf(measure: SpeedMeasure, value: number): number {
  const index = speedBounds[measure].findIndex((bound) => value <= bound)
  return index === -1 ? SPEED_COUNTS - 1 : index
}

/** What is no board, no post and not the front page is told apart no further: there are too few looks at each. */
export function pageKind({ name, boardSlug }: PageName): PageKind {
  if (name === '/') return 'front'
  if (boardSlug === null || name.endsWith('/write')) return 'other'
  return name === `/${boardSlug}` ? 'list' : 'post'
}

export interface SpeedCounts {
  add(measure: SpeedMeasure, day: Day, value: number, parts: readonly SpeedPart[]): void
  addRows(rows: readonly SpeedRow[]): void
  /** All that was added since, in the order of the table's key: two processes that write the same rows wait for each other and don't lock up. */
  take(): SpeedRow[]
}

export function createSpeedCounts(): SpeedCounts {
  const rows = new Map<string, SpeedRow>()
  const countsOf = (measure: SpeedMeasure, part: SpeedPart, day: Day): number[] => {
    const key = `${measure} ${part} ${day}`
    const row = rows.get(key) ?? { measure, part, day, counts: new Array<number>(SPEED_COUNTS).fill(0) }
    rows.set(key, row)
    return row.counts
  }
  const grow = (counts: number[], index: number, by: number) => {
    counts[index] = (counts[index] ?? 0) + by
  }
  return {
    add(measure, day, value, parts) {
      for (const part of ['all', ...parts] as const) grow(countsOf(measure, part, day), countOf(measure, value), 1)
    },
    addRows(more) {
      for (const { measure, part, day, counts } of more)
        for (const [index, count] of counts.entries()) grow(countsOf(measure, part, day), index, count)
    },
    take() {
      const taken = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
      rows.clear()
      return taken
    },
  }
}

export function addFelt(counts: SpeedCounts, { day, page, device, values }: FeltPage): void {
  const parts = device === null ? [page] : [page, device]
  for (const measure of feltMeasures) {
    const value = values[measure]
    if (value !== undefined) counts.add(measure, day, value, parts)
  }
}
