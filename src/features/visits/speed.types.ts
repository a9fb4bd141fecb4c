import type { Day } from '../../lib/time/zone.ts'

/**
 * What browsers measure where a page is read: when its largest part stood there, how long it took to show that a press was heard (both in
 * milliseconds), and how far its parts jumped (a share of the window).
 */
export const feltMeasures = ['lcp', 'inp', 'cls'] as const
export type FeltMeasure = (typeof feltMeasures)[number]
/** `server`: from the request to the first byte of its page, in milliseconds. */
export const speedMeasures = [...feltMeasures, 'server'] as const
export type SpeedMeasure = (typeof speedMeasures)[number]

export const pageKinds = ['front', 'list', 'post', 'other'] as const
export type PageKind = (typeof pageKinds)[number]
export const feltDevices = ['phone', 'tablet', 'desk'] as const
export type FeltDevice = (typeof feltDevices)[number]
/** Of what a row of `visit_speed` tells. Not each device on each kind of page: there the values of a small site would be too few. */
export const speedParts = ['all', ...pageKinds, ...feltDevices] as const
export type SpeedPart = (typeof speedParts)[number]

/** `…-dense`: two pixels of the screen or more make one of a page. */
export const screens = [
  ...(['phone', 'phone-dense', 'tablet', 'tablet-dense'] as const),
  ...(['desk', 'desk-dense', 'wide', 'wide-dense'] as const),
] as const
export type Screen = (typeof screens)[number]

/** A page as it was felt by whoever read it, of whom nothing is known but this. */
export interface FeltPage {
  day: Day
  /** 0–23 on the site's clock. */
  hour: number
  page: PageKind
  /** null: another kind of device. */
  device: FeltDevice | null
  /** The first time that a browser tells it on a day. */
  screen: string | null
  values: Partial<Record<FeltMeasure, number | undefined>>
}

/** A row of `visit_speed` of one day: how many values fell between which bounds. */
export interface SpeedRow {
  measure: SpeedMeasure
  part: SpeedPart
  day: Day
  counts: number[]
}
