import { partLook } from './bar-chart.ts'
import type { Chart, ChartWords, Drawing } from './chart.types.ts'
import { round } from './frame.ts'
import { fitting, widthOf } from './text-width.ts'

export interface ShareInput {
  picture: string
  parts: readonly string[]
  /** `beside`: a figure at the end of its line. A row without values has none of the parts. */
  rows: readonly { name: string; beside: string; values: readonly number[] }[]
}

const ROW = 46
const BAR = 20
const ABOVE = 18
/** Between two parts of a bar. */
const GAP = 1

/** Bars of one length, divided into parts: how many of all were good, middling and poor. null: nothing was measured. */
export function shareBars(input: ShareInput, words: ChartWords, percent: (share: number) => string): Chart | null {
  if (!input.rows.some(({ values }) => sum(values) > 0)) return null
  return {
    description: input.picture,
    keys: input.parts.map((label, index) => ({ label, look: partLook(index), sign: 'block' })),
    notes: [],
    wide: draw(input, 760, words, percent),
    narrow: draw(input, 328, words, percent),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function draw({ parts, rows }: ShareInput, width: number, words: ChartWords, percent: (share: number) => string): Drawing {
  const lines = rows.map(({ name, beside, values }, row) => {
    const total = sum(values)
    const y = row * ROW
    const pieces = values.map((value, index) => {
      const x = total === 0 ? 0 : (sum(values.slice(0, index)) / total) * width
      return { x: round(x), width: round(total === 0 ? 0 : (value / total) * width), share: total === 0 ? 0 : value / total, index }
    })
    const besides = fitting(beside, width / 2)
    return {
      y,
      total,
      pieces,
      beside: besides,
      name: fitting(name, width - widthOf(besides) - 12),
      whole: name,
      says: `${words.figure(total)}`,
    }
  })
  return {
    ...{ width, height: rows.length * ROW },
    rects: lines.flatMap(({ y, total, pieces }): Drawing['rects'] =>
      total === 0
        ? [{ x: 0, y: y + ABOVE, width, height: BAR, look: 'gap' as const }]
        : pieces
            .filter((piece) => piece.width > 0)
            .map((piece) => {
              const seen = Math.max(GAP, round(piece.width - GAP))
              return { x: Math.min(piece.x, width - seen), y: y + ABOVE, width: seen, height: BAR, look: partLook(piece.index) }
            }),
    ),
    ...{ lines: [], paths: [], dots: [], note: null },
    words: lines.flatMap(({ y, name, beside, pieces }) => [
      { x: 0, y: y + 13, anchor: 'start' as const, text: name, look: 'name' as const },
      ...(beside === '' ? [] : [{ x: width, y: y + 13, anchor: 'end' as const, text: beside, look: 'figure' as const }]),
      ...pieces
        .filter((piece) => widthOf(percent(piece.share)) + 8 <= piece.width)
        .map((piece) => ({
          ...{ x: round(piece.x + piece.width / 2), y: y + ABOVE + 14, anchor: 'middle' as const },
          ...{ text: percent(piece.share), look: `inside-${partLook(piece.index)}` as const },
        })),
    ]),
    spots: lines.flatMap(({ y, total, pieces, whole }) =>
      pieces
        .filter((piece) => total > 0 && piece.width > 0)
        .map((piece) => ({
          ...{ x: piece.x, y: y + ABOVE, width: piece.width, height: BAR },
          at: { x: round(piece.x + piece.width / 2), y: y + ABOVE + BAR / 2 },
          says: `${whole}: ${parts[piece.index] ?? ''} ${percent(piece.share)} · ${words.figure(Math.round(piece.share * total))}`,
        })),
    ),
  }
}
