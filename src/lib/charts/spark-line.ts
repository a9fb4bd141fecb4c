import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { SparkLine, Value } from './chart.types.ts'
import { isKnown, mostOf, round } from './frame.ts'
import { type Point, sizeFor, thin } from './thin.ts'

const WIDTH = 96
const HEIGHT = 28
const EDGE = 3

/** null: one value has no course. */
export function sparkLine(values: readonly Value[]): SparkLine | null {
  if (values.filter(isKnown).length < 2) return null
  const points = thin(values, sizeFor(values.length, WIDTH - 2 * EDGE))
  const x = scaleLinear([0, values.length - 1], [EDGE, WIDTH - EDGE])
  const y = scaleLinear([0, Math.max(1, mostOf(points.map(({ value }) => value)))], [HEIGHT - EDGE, EDGE])
  const at = ({ at: index, value }: Point) => ({ x: round(x(index)), y: round(y(value ?? 0)) })
  const last = points.at(-1)
  const course = line<Point>()
    .defined(({ value }) => value !== null)
    .x((point) => at(point).x)
    .y((point) => at(point).y)
  return { width: WIDTH, height: HEIGHT, d: course(points) ?? '', end: last !== undefined && last.value !== null ? at(last) : null }
}
