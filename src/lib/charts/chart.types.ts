/** How a shape looks: the name of a class in charts.css. Colour is never the only difference: lines differ in their dashes, bars in lightness. */
export type LineLook = 'now' | 'before' | 'second' | 'third' | 'fourth'
export type PartLook = 'part-1' | 'part-2' | 'part-3' | 'part-4' | 'part-5'
export type StepLook = 'step-0' | 'step-1' | 'step-2' | 'step-3' | 'step-4' | 'step-5'
export type Look = LineLook | PartLook | StepLook | 'grid' | 'axis' | 'gap' | 'area' | 'band' | 'bar' | 'bar-most' | 'before-mark' | 'note'

export type Anchor = 'start' | 'middle' | 'end'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Words {
  x: number
  y: number
  anchor: Anchor
  text: string
  /** `name`: of an axis; `figure`: a value told in the picture; `inside-…`: on a cell or bar of that look. */
  look: 'name' | 'figure' | 'note' | `inside-${PartLook | StepLook}`
}

/** Where a pointer or the keys find a value, and what it is in words. */
export interface Spot extends Box {
  /** Where the value itself stands; null for a gap. */
  at: { x: number; y: number } | null
  says: string
}

/** A chart drawn for one width, in its own pixels: on a phone it is drawn anew, never scaled down. */
export interface Drawing {
  width: number
  height: number
  rects: (Box & { look: Look })[]
  lines: { x1: number; y1: number; x2: number; y2: number; look: Look }[]
  paths: { d: string; look: Look }[]
  /** `open`: a ring, for a value that is still growing. */
  dots: { x: number; y: number; look: LineLook; open: boolean }[]
  words: Words[]
  spots: Spot[]
  /** What was done to the values so that they fit this width. */
  note: string | null
}

/** One sign of a chart and what it stands for. */
export interface ChartKey {
  label: string
  look: Look
  sign: 'line' | 'block'
}

export interface Chart {
  /** What it shows, in a sentence: for whoever does not see it. */
  description: string
  keys: ChartKey[]
  /** Numbered marks on the line of time, and what they stand for. */
  notes: { number: number; name: string; text: string }[]
  wide: Drawing
  narrow: Drawing
}

/** How a chart's values are worded for its reader: drawing knows no language. */
export interface ChartWords {
  /** A value as a text tells it. */
  figure(value: number): string
  /** A value as short as an axis wants it. */
  axis(value: number): string
  /** Values are counts: no line of the grid stands between two of them. */
  whole: boolean
  /** Nothing was recorded. */
  gap: string
  /** Beside a value that is still growing. */
  open: string
  /** `picture`, and where the most is. */
  most(picture: string, name: string, value: string): string
  /** So many values were averaged into one. */
  averaged(count: number): string
  /** Such a stretch of names, or of values. */
  range(from: string, to: string): string
  /** The range of what was averaged into one. */
  within(low: string, high: string): string
}

/** null is a gap, which is no zero. */
export type Value = number | null

/** Names below an axis: from the finest to the coarsest set, the first that has room is printed. `index` is that of the value. */
export type Ticks = { index: number; text: string }[][]

/** The course of a few values beside a figure, which tells the rest. */
export interface SparkLine {
  width: number
  height: number
  d: string
  end: { x: number; y: number } | null
}
