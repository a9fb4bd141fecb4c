import type { Chart, ChartWords, Drawing, StepLook, Value } from './chart.types.ts'
import { isKnown, mostOf, placed, round } from './frame.ts'
import { widthOf } from './text-width.ts'

export interface HeatInput {
  picture: string
  rows: readonly string[]
  columns: readonly string[]
  /** By row, then by column. */
  values: readonly (readonly Value[])[]
}

const steps: StepLook[] = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5']
const GAP = 2
const NAME = 14

/** null: not one value is known. */
export function heatMap(input: HeatInput, words: ChartWords): Chart | null {
  const values = input.values.flat()
  if (!values.some(isKnown)) return null
  const most = mostOf(values)
  const at = values.indexOf(most)
  const name = nameOf(input, Math.floor(at / input.columns.length), at % input.columns.length)
  const bounds = boundsOf(values)
  const draw = drawer(input, bounds, words)
  return {
    description: most > 0 ? words.most(input.picture, name, words.figure(most)) : input.picture,
    keys: [
      ...(values.some((value) => value === 0) ? [{ label: words.figure(0), look: 'step-0' as const, sign: 'block' as const }] : []),
      ...bounds.map(({ from, to, look }) => ({
        label: from === to ? words.figure(from) : words.range(words.figure(from), words.figure(to)),
        ...{ look, sign: 'block' as const },
      })),
      ...(values.some((value) => !isKnown(value)) ? [{ label: words.gap, look: 'gap' as const, sign: 'block' as const }] : []),
    ],
    notes: [],
    wide: draw(760, 26, false),
    // A phone is higher than wide.
    narrow: draw(328, 20, true),
  }
}

const nameOf = ({ rows, columns }: HeatInput, row: number, column: number) => `${rows[row] ?? ''} ${columns[column] ?? ''}`

interface Bound {
  from: number
  to: number
  look: StepLook
}

/** Steps that hold equally many cells each: one wild hour doesn't make all others pale. The last one is the darkest, however few there are. */
function boundsOf(values: readonly Value[]): Bound[] {
  const sorted = values
    .filter(isKnown)
    .filter((value) => value > 0)
    .sort((one, other) => one - other)
  const tops = [...new Set(steps.map((_, index) => sorted[Math.ceil(((index + 1) * sorted.length) / steps.length) - 1]))].filter(isKnown)
  return tops.map((to, index) => ({
    from: sorted.find((value) => value > (tops[index - 1] ?? 0)) ?? to,
    to,
    look: steps[steps.length - tops.length + index] ?? 'step-5',
  }))
}

function drawer({ rows, columns, values, ...rest }: HeatInput, bounds: readonly Bound[], words: ChartWords) {
  const lookOf = (value: Value) =>
    value === null ? ('gap' as const) : value <= 0 ? ('step-0' as const) : (bounds.find(({ to }) => value <= to)?.look ?? 'step-5')
  return (width: number, height: number, turned: boolean): Drawing => {
    const [down, across] = turned ? [columns, rows] : [rows, columns]
    const left = Math.max(...down.map(widthOf)) + 8
    const cell = (width - left) / across.length
    const cells = down.flatMap((_, row) =>
      across.map((_, column) => {
        const [r, c] = turned ? [column, row] : [row, column]
        const [x, y] = [round(left + column * cell), NAME + 6 + row * height]
        const value = values[r]?.[c] ?? null
        return { x, y, value, look: lookOf(value), name: nameOf({ rows, columns, values, ...rest }, r, c) }
      }),
    )
    // Figures in some cells alone would look like a choice.
    const told = cells.every(({ value }) => value === null || widthOf(words.axis(value)) <= cell - GAP)
    const every = Math.ceil((Math.max(...across.map(widthOf)) + 6) / cell)
    return {
      ...{ width, height: NAME + 8 + down.length * height },
      rects: cells.map(({ x, y, look }) => ({ x, y, width: round(cell - GAP), height: height - GAP, look })),
      ...{ lines: [], paths: [], dots: [], note: null },
      words: [
        ...across.flatMap((text, index) =>
          index % every === 0 ? [placed(text, left + (index + 0.5) * cell - GAP / 2, NAME, 'name', [left, width])] : [],
        ),
        ...down.map((text, index) => ({
          x: 0,
          y: NAME + 6 + index * height + height / 2 + 3,
          anchor: 'start' as const,
          text,
          look: 'name' as const,
        })),
        ...cells.flatMap(({ x, y, value, look }) =>
          !told || value === null || look === 'gap'
            ? []
            : [
                {
                  ...{ x: round(x + (cell - GAP) / 2), y: y + height / 2 + 3, anchor: 'middle' as const },
                  ...{ text: words.axis(value), look: `inside-${look}` as const },
                },
              ],
        ),
      ],
      spots: cells.map(({ x, y, value, name }) => ({
        ...{ x, y, width: round(cell - GAP), height: height - GAP },
        at: { x: round(x + (cell - GAP) / 2), y: y + height / 2 },
        says: `${name}: ${value === null ? words.gap : words.figure(value)}`,
      })),
    }
  }
}
