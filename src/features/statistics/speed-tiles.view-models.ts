import type { Reader } from '../../context.ts'
import type { Value } from '../../lib/charts/chart.types.ts'
import { sparkLine } from '../../lib/charts/spark-line.ts'
import { feltMeasures, type SpeedMeasure } from '../visits/speed.types.ts'
import { figuresOf } from './figures.view-models.ts'
import { daysIn } from './range.policy.ts'
import type { Tile } from './section.types.ts'
import { quantile, ratingOf } from './speed.policy.ts'
import { FELT_PART, figureKindOf } from './speed-days.view-models.ts'
import { SERVER_PARTS } from './speed-sections.view-models.ts'
import type { Statistics } from './statistics.types.ts'

/** The three measures with what Google says of them, and the server. */
export function speedTiles(reader: Reader, { speed, range, today }: Statistics): Tile[] {
  const { t } = reader
  const tile = (measure: SpeedMeasure, label: string, part: number, besideOf: (value: number) => string): Tile => {
    const value = quantile(measure, speed?.of(measure, 'all') ?? null, part)
    const course = daysIn(range)
      .filter((day) => day < today)
      .map((day): Value => quantile(measure, speed?.on(measure, day) ?? null, part))
    return {
      ...{ label, change: null, spark: sparkLine(course) },
      figure: value === null ? '–' : figuresOf(reader)[figureKindOf(measure)](value),
      beside: value === null ? null : besideOf(value),
    }
  }
  const [, slowest] = SERVER_PARTS
  return [
    ...feltMeasures.map((measure) => tile(measure, measure.toUpperCase(), FELT_PART, (value) => t(`speed.${ratingOf(measure, value)}`))),
    tile('server', t('speed.tile.server'), slowest, () => t('speed.p95')),
  ]
}
