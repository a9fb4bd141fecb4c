import type { Clock } from '../time/clock.ts'

/** What was done a short while ago in this process, and needn't be done again. */
export interface Recently {
  has(what: string): boolean
  add(what: string): void
}

/** The oldest goes first when there is no room: then it is done once more. */
export function createRecently(clock: Clock, { withinMs, most }: { withinMs: number; most: number }): Recently {
  const last = new Map<string, number>()
  const now = () => clock.now().getTime()
  return {
    // A clock that is set back makes nothing younger.
    has: (what) => Math.abs(now() - (last.get(what) ?? -Infinity)) < withinMs,
    add(what) {
      last.delete(what)
      if (last.size >= most) last.delete(last.keys().next().value ?? '')
      last.set(what, now())
    },
  }
}
