import type { Clock } from '../../src/lib/time/clock.ts'

export interface TestClock extends Clock {
  set(at: Date | string): void
  advance(milliseconds: number): void
}

/** Goes on like the real one from wherever a test puts it: rows made one after another keep their order. */
export function testClock(start?: string): TestClock {
  let offset = start === undefined ? 0 : Date.parse(start) - Date.now()
  return {
    now: () => new Date(Date.now() + offset),
    set(at) {
      offset = new Date(at).getTime() - Date.now()
    },
    advance(milliseconds) {
      offset += milliseconds
    },
  }
}
