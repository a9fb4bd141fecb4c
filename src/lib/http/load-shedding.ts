/** Who gives way first when more comes than can be done: guests, then members who read, and who has written something last of all. */
export const ranks = ['write', 'member', 'guest'] as const
export type Rank = (typeof ranks)[number]

/** Work under way is bounded, and so is how old work may be when it begins: who would be answered too late is told at once. */
export interface Turns {
  /** Resolves when the work may begin, with what to call at its end; with null when it is refused. */
  take(rank: Rank): Promise<(() => void) | null>
  /** For seconds on end somebody has had to wait. */
  readonly overloaded: boolean
  close(): void
}

export interface TurnLimits {
  /** More at once make nothing faster, and each later: there is one thread, and a pool of connections smaller than this. */
  atOnce: number
  /** All ranks together. */
  waiting: number
  /** How often it is looked whether somebody waits. One look is one look, however long a turn of the loop took before it. */
  lookMs: number
  /** Somebody waiting at so many looks in a row, for so long, is an overload; as many with nobody, for half as long, are its end. */
  looks: number
  overloadAfterMs: number
  /** In milliseconds: how old work may be when it begins, on ordinary days and in an overload. */
  patience: Record<Rank, { usual: number; overloaded: number }>
}

const usual: TurnLimits = {
  atOnce: 32,
  waiting: 600,
  lookMs: 100,
  looks: 6,
  overloadAfterMs: 3_000,
  patience: {
    write: { usual: 15_000, overloaded: 15_000 },
    member: { usual: 5_000, overloaded: 2_000 },
    guest: { usual: 5_000, overloaded: 1_000 },
  },
}

interface Waiting {
  since: number
  answer: (done: (() => void) | null) => void
}

export function createTurns(limits: TurnLimits = usual): Turns {
  const queues: Record<Rank, Waiting[]> = { write: [], member: [], guest: [] }
  let working = 0
  let overloaded = false
  /** How long it has been otherwise than `overloaded` says. */
  let other = { looks: 0, since: performance.now() }

  const count = () => ranks.reduce((sum, rank) => sum + queues[rank].length, 0)
  const refuseOld = () => {
    const now = performance.now()
    for (const rank of ranks) {
      const queue = queues[rank]
      const patience = limits.patience[rank][overloaded ? 'overloaded' : 'usual']
      while (queue[0] !== undefined && now - queue[0].since > patience) queue.shift()?.answer(null)
    }
  }
  /** The oldest of those who give way first. */
  const refuseOne = () => {
    const rank = ranks.findLast((each) => queues[each].length > 0)
    if (rank !== undefined) queues[rank].shift()?.answer(null)
  }
  const begin = (): (() => void) => {
    working += 1
    let ended = false
    return () => {
      if (ended) return
      ended = true
      working -= 1
      refuseOld()
      const rank = ranks.find((each) => queues[each].length > 0)
      if (rank !== undefined) queues[rank].shift()?.answer(begin())
    }
  }
  const look = () => {
    const now = performance.now()
    if (count() > 0 === overloaded) other = { looks: 0, since: now }
    else other.looks += 1
    if (other.looks >= limits.looks && now - other.since >= limits.overloadAfterMs / (overloaded ? 2 : 1)) {
      overloaded = !overloaded
      other = { looks: 0, since: now }
    }
    refuseOld()
  }
  const looking = setInterval(look, limits.lookMs).unref()

  return {
    take(rank) {
      if (working < limits.atOnce) return Promise.resolve(begin())
      return new Promise((answer) => {
        queues[rank].push({ since: performance.now(), answer })
        if (count() > limits.waiting) refuseOne()
      })
    },
    get overloaded() {
      return overloaded
    },
    close: () => clearInterval(looking),
  }
}
