export class QueueFull extends Error {
  constructor() {
    super('too much of this is waiting already')
    this.name = 'QueueFull'
  }
}

/** At most `slots` at work and `waiting` in line. Who comes after that is told at once: a line without an end answers nobody. */
export function createQueue({ slots, waiting }: { slots: number; waiting: number }) {
  const line: (() => void)[] = []
  let busy = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy < slots) busy += 1
    else if (line.length < waiting) await new Promise<void>((mayStart) => line.push(mayStart))
    else throw new QueueFull()
    try {
      return await work()
    } finally {
      // A slot is handed on, not freed, so that nobody overtakes the line.
      const next = line.shift()
      if (next) next()
      else busy -= 1
    }
  }
}
