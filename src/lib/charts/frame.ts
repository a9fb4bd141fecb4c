import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { Anchor, ChartWords, Drawing, Ticks, Value, Words } from './chart.types.ts'
import { fitting, widthOf } from './text-width.ts'

export interface Size {
  width: number
  height: number
}

export const WIDE: Size = { width: 760, height: 232 }
export const NARROW: Size = { width: 328, height: 200 }

const BOTTOM = 26
/** Room for a figure over the highest value. */
const TOP = 24
const STEPS = 4
/** Between words that stand beside each other. */
const APART = 8
const LINE = 14

export const round = (value: number): number => Math.round(value * 10) / 10

/** Room for the values, their axis and the lines across. */
export interface Frame extends Size {
  left: number
  top: number
  bottom: number
  y: ScaleLinear<number, number>
  lines: Drawing['lines']
  words: Words[]
}

/** @param above room over the values that something else needs */
export function frameOf(most: number, size: Size, words: ChartWords, above = 0): Frame {
  const grid = gridOf(most, words.whole)
  const bottom = size.height - BOTTOM
  const top = TOP + above
  const y = scaleLinear([0, grid.at(-1) ?? 1], [bottom, top])
  const left = Math.ceil(Math.max(...grid.map((value) => widthOf(words.axis(value))))) + 10
  return {
    ...size,
    ...{ left, top, bottom, y },
    lines: grid.map((value) => {
      const at = round(y(value))
      return { x1: left, x2: size.width, y1: at, y2: at, look: value === 0 ? 'axis' : 'grid' }
    }),
    words: grid.map((value) => ({ x: left - 6, y: round(y(value)) + 4, anchor: 'end', text: words.axis(value), look: 'name' })),
  }
}

/** Zero and at most four round steps up to the most. */
export function gridOf(most: number, whole: boolean): number[] {
  const top = Number.isFinite(most) && most > 0 ? (whole ? Math.max(1, most) : most) : 1
  const power = 10 ** Math.floor(Math.log10(top / STEPS))
  const steps = [1, 2, 2.5, 5, 10, 20].map((factor) => Number((factor * power).toPrecision(3)))
  const step = steps.find((candidate) => candidate * STEPS >= top && (!whole || Number.isInteger(candidate))) ?? top
  return Array.from({ length: Math.max(1, Math.ceil(top / step - 1e-9)) + 1 }, (_, index) => index * step)
}

/** Words in the middle of `x` that don't leave the picture on either side. */
export function placed(text: string, x: number, y: number, look: Words['look'], [from, to]: readonly [number, number]): Words {
  const shown = fitting(text, to - from)
  const half = widthOf(shown) / 2
  const [at, anchor]: [number, Anchor] = x - half < from ? [from, 'start'] : x + half > to ? [to, 'end'] : [x, 'middle']
  return { x: round(at), y: round(y), anchor, text: shown, look }
}

/** What words cover. */
export function boxOf({ x, y, anchor, text }: Words) {
  const width = widthOf(text)
  return { x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, y: y - LINE + 3, width, height: LINE }
}

const standApart = (names: readonly Words[]): boolean =>
  names.every((name, index) => {
    const next = names[index + 1]
    return next === undefined || boxOf(name).x + boxOf(name).width + APART <= boxOf(next).x
  })

/** Names below the axis: the finest set that has room, else every so many of the coarsest, counted from the newest. */
export function namesBelow(ticks: Ticks, at: (index: number) => number, { left, width, height }: Frame): Words[] {
  const place = ({ index, text }: { index: number; text: string }) => placed(text, at(index), height - 8, 'name', [left - 6, width])
  const fine = ticks.map((level) => level.map(place)).find(standApart)
  if (fine !== undefined) return fine
  const coarse = ticks.at(-1) ?? []
  for (let every = 2; ; every += 1) {
    const some = coarse.filter((_, index) => (coarse.length - 1 - index) % every === 0).map(place)
    if (standApart(some)) return some
  }
}

export const isKnown = (value: Value | undefined): value is number => value !== null && value !== undefined

export const mostOf = (values: Iterable<Value>): number => {
  let most = 0
  for (const value of values) if (value !== null && value > most) most = value
  return most
}
