import type { Db } from './db.ts'

/** The number that grows on the primary, as this server knows it; none yet is 0. */
export async function readBeat(db: Db): Promise<number> {
  const row = await db<{ id: number; beat: number }>('replica_beats').where('id', 1).first('beat')
  return row?.beat ?? 0
}

/** Raises the number by one. Of all processes that saw `seen` one does it: for the others nothing is left to change, or to copy. */
export async function raiseBeat(db: Db, seen: number): Promise<void> {
  await db.raw('INSERT INTO replica_beats (id, beat) VALUES (1, 1) ON DUPLICATE KEY UPDATE beat = IF(beat = ?, beat + 1, beat)', [seen])
}

export interface BeatBook {
  /** One look at both: what the replica knew, and after that, asked for at `at` of this process' own clock, what the primary did. */
  note(look: { there: number; here: number; at: number }): void
  /** Everything that was acknowledged before this moment has arrived at the replica. */
  arrivedUntil(): number
}

/**
 * Where `here` was read at `at`, the next beat comes after everything that was acknowledged before `at`, also on its way to a replica, which
 * applies in the primary's order. So a replica that knows a later beat than `here` lacks nothing from before `at`: no clock of another
 * machine is asked, and neither server's notion of its own delay.
 */
export function createBeatBook(keptMs: number): BeatBook {
  let looks: { here: number; at: number }[] = []
  let until = -Infinity
  return {
    note({ there, here, at }) {
      if (here < (looks.at(-1)?.here ?? 0)) {
        // A database that was restored or emptied counts anew.
        looks = []
        until = -Infinity
      }
      // A replica may be ahead of what its primary shows for a moment, or for ever where it copied another database: nothing is learnt of it.
      if (there <= here) {
        for (const look of looks) if (look.here < there) until = look.at
        looks = looks.filter((look) => look.here >= there)
      }
      looks = [...looks.filter((look) => look.at > at - keptMs), { here, at }]
    },
    arrivedUntil: () => until,
  }
}
