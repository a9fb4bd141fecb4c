import { createSpeedCounts, SPEED_COUNTS, speedBounds } from '../../features/visits/speed.policy.ts'
import {
  type FeltDevice,
  feltDevices,
  feltMeasures,
  type PageKind,
  pageKinds,
  type SpeedMeasure,
  type SpeedRow,
} from '../../features/visits/speed.types.ts'
import { createRandom, seedOf } from '../random.ts'
import { share } from '../threads.ts'
import type { Weighted } from './simulated-names.ts'
import { numberOf, type Traffic } from './traffic.ts'

/** So many of all visitors have a page measured on their day, and then tell their screen. */
export const TELL_SCREEN = 0.34
/** Of browsers that were measured. */
export const screens: Weighted[] = [
  ...([
    ['phone-dense', 58],
    ['phone', 2],
    ['tablet-dense', 4],
    ['tablet', 2],
  ] as const),
  ...([
    ['desk', 13],
    ['desk-dense', 6],
    ['wide', 12],
    ['wide-dense', 3],
  ] as const),
]

/** What half of all values stay below, and how close to it most are: many little, few very large, as real ones. */
const shapes: Record<SpeedMeasure, { middle: number; close: number }> = {
  lcp: { middle: 1_150, close: 2.6 },
  inp: { middle: 62, close: 1.9 },
  cls: { middle: 0.011, close: 1.2 },
  server: { middle: 11, close: 1.9 },
}
const slowerOn: Record<FeltDevice, number> = { phone: 1.25, tablet: 1.1, desk: 0.72 }
const slowerOf: Record<PageKind, number> = { front: 1.2, list: 0.9, post: 1, other: 0.8 }
const devices: Record<FeltDevice, number> = { phone: 63, tablet: 4, desk: 33 }
const pages: Record<PageKind, number> = { front: 18, list: 30, post: 44, other: 8 }
/** One view in five is measured; not all of these are pressed on. */
const MEASURED = 0.2
const PRESSED = 0.7
/** Bots are answered too. */
const ANSWERED = 1.12

/** Counts of a day as its page views would have left them. A day of passing round keeps the server busy. */
export function simulateSpeed(seed: number, { day, pageViews, viral }: Traffic): SpeedRow[] {
  const random = createRandom(seedOf(seed, numberOf(day), 4))
  const sums = createSpeedCounts()
  const weather = { felt: 0.9 + random.next() * 0.2, server: (0.85 + random.next() * 0.3) * (viral ? 2.2 : 1) }
  const ofPages = (all: number) =>
    share(
      Math.round(all),
      pageKinds.map((kind) => pages[kind]),
    )
  for (const measure of feltMeasures) {
    const views = ofPages(pageViews * MEASURED * (measure === 'inp' ? PRESSED : 1))
    for (const [index, page] of pageKinds.entries()) {
      const ofDevices = share(
        views[index] ?? 0,
        feltDevices.map((device) => devices[device]),
      )
      for (const [at, device] of feltDevices.entries()) {
        const counts = countsOf(measure, ofDevices[at] ?? 0, weather.felt * slowerOn[device] * slowerOf[page])
        sums.addRows((['all', page, device] as const).map((part) => ({ measure, part, day, counts })))
      }
    }
  }
  for (const [index, times] of ofPages(pageViews * ANSWERED).entries()) {
    const page = pageKinds[index] ?? 'other'
    const counts = countsOf('server', times, weather.server * slowerOf[page])
    sums.addRows((['all', page] as const).map((part) => ({ measure: 'server', part, day, counts })))
  }
  return sums.take()
}

function countsOf(measure: SpeedMeasure, times: number, slower: number): number[] {
  const { middle, close } = shapes[measure]
  const below = (value: number) => 1 / (1 + (value / (middle * slower)) ** -close)
  const reached = [...speedBounds[measure].map(below), 1]
  return share(
    times,
    Array.from({ length: SPEED_COUNTS }, (_, index) => (reached[index] ?? 1) - (reached[index - 1] ?? 0)),
  )
}
