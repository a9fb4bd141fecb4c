import type { Drawing } from './chart.types.ts'
import { type Frame, round } from './frame.ts'
import { widthOf } from './text-width.ts'
import type { Point } from './thin.ts'

/** Above the values, where something happened. */
export const NOTES_HEIGHT = 22
const PILL = 16
const APART = 2

/** Stretches between the first and the last known value in which nothing was recorded. */
export function gapsOf(points: readonly Point[]): { first: number; last: number }[] {
  const known = (point: Point) => point.value !== null
  const between = points.slice(points.findIndex(known), points.findLastIndex(known) + 1)
  return between
    .filter((point) => !known(point))
    .reduce<{ first: number; last: number }[]>((gaps, { first, last }) => {
      const open = gaps.at(-1)
      if (open?.last === first - 1) open.last = last
      else gaps.push({ first, last })
      return gaps
    }, [])
}

interface Mark {
  from: number
  to: number
  /** Where each of them is on the line. */
  places: number[]
}

/** Numbered marks; where there is no room for each, one stands for several. */
export function notesOf(
  notes: readonly { index: number }[],
  at: (index: number) => number,
  { left, width, bottom }: Frame,
): Pick<Drawing, 'rects' | 'lines' | 'words'> {
  const marks = notes.map(({ index }, order): Mark => ({ from: order + 1, to: order + 1, places: [at(index)] }))
  const pills = joined(marks, [left, width])
  return {
    rects: pills.map(({ x, width: wide }) => ({ x: round(x), y: 1, width: round(wide), height: PILL, look: 'note' })),
    lines: pills.flatMap(({ places }) =>
      places.map((place) => ({ x1: round(place), x2: round(place), y1: PILL + 3, y2: bottom, look: 'note' as const })),
    ),
    words: pills.map(({ text, x, width: wide }) => ({ x: round(x + wide / 2), y: 13, anchor: 'middle', text, look: 'note' })),
  }
}

function joined(marks: readonly Mark[], bounds: readonly [number, number]): (Mark & ReturnType<typeof pillOf>)[] {
  const pills = marks.map((mark) => ({ ...mark, ...pillOf(mark, bounds) }))
  const close = pills.findIndex(({ x }, index) => {
    const before = pills[index - 1]
    return before !== undefined && x < before.x + before.width + APART
  })
  const [before, mark] = [pills[close - 1], pills[close]]
  if (before === undefined || mark === undefined) return pills
  const both: Mark = { from: before.from, to: mark.to, places: [...before.places, ...mark.places] }
  return joined([...marks.slice(0, close - 1), both, ...marks.slice(close + 1)], bounds)
}

function pillOf({ from, to, places }: Mark, [left, right]: readonly [number, number]) {
  const text = from === to ? String(from) : `${from}–${to}`
  const width = Math.max(PILL, widthOf(text) + 8)
  const middle = ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2
  return { text, width, x: Math.min(Math.max(left, middle - width / 2), right - width) }
}
