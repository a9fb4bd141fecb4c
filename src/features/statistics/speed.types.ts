import type { Day } from '../../lib/time/zone.ts'
import type { SpeedMeasure, SpeedPart } from '../visits/speed.types.ts'

/** How many values of a measure fell between which bounds (`speedBounds`). */
export type Counts = readonly number[]

export interface SpeedSums {
  /** null: nothing was measured. */
  of(measure: SpeedMeasure, part: SpeedPart): Counts | null
}

export interface SpeedDays extends SpeedSums {
  /** Of everything, on one day. */
  on(measure: SpeedMeasure, day: Day): Counts | null
}

export interface SpeedFigures extends SpeedDays {
  /** Of the days beside which these are shown. */
  beside: SpeedDays | null
}
