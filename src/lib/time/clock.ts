/** The one source of "now", so that a test can stand at midnight. Durations are measured with performance.now(), never with this. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
