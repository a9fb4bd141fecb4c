import type { Db } from '../db/db.ts'
import { inSlices } from '../db/in-slices.ts'
import type { Logger } from '../log.ts'

/** While one worker has an event, no other takes it; if that worker dies, the event is free again after this time. */
const HELD_SECONDS = 300
const LONGEST_WAIT_SECONDS = 3_600
const SLICE = 100

export type Deliver = (event: string, payload: unknown) => Promise<void>

interface WaitingEvent {
  id: number
  event: string
  payload: unknown
  attempts: number
}

/**
 * Hands each waiting event to its handlers, and marks it done when all of them were content. One that fails comes again, later each time;
 * the others go on. A handler may therefore get the same event twice, and must not mind.
 * @param isHeard whether anybody listens to such an event; what nobody hears is done in one statement, for every COMMIT waits for the disk
 * @returns how many were done
 */
export async function relayOutbox(
  { db, log }: { db: Db; log: Logger },
  deliver: Deliver,
  isHeard: (event: string) => boolean = () => true,
): Promise<number> {
  let done = 0
  await inSlices(SLICE, async (limit) => {
    const waiting = await selectWaiting(db, limit)
    const heard = waiting.filter(({ event }) => isHeard(event))
    done += await markUnheard(
      db,
      waiting.filter((each) => !heard.includes(each)),
    )
    for (const each of heard) {
      if (!(await hold(db, each))) continue
      try {
        await deliver(each.event, typeof each.payload === 'string' ? JSON.parse(each.payload) : each.payload)
        await db.raw('UPDATE outbox SET done_at = UTC_TIMESTAMP(3) WHERE id = ?', [each.id])
        done += 1
      } catch (error) {
        log.warn({ err: error, event: each.event, id: each.id, attempts: each.attempts + 1 }, 'an event waits for its handler')
        await availableIn(db, each.id, Math.min(2 ** each.attempts, LONGEST_WAIT_SECONDS))
      }
    }
    return waiting.length
  })
  return done
}

const selectWaiting = (db: Db, limit: number): Promise<WaitingEvent[]> =>
  db<WaitingEvent>('outbox')
    .whereNull('doneAt')
    .where('availableAt', '<=', db.raw('UTC_TIMESTAMP(3)'))
    .orderBy('id')
    .limit(limit)
    .select('id', 'event', 'payload', 'attempts')

async function markUnheard(db: Db, unheard: readonly WaitingEvent[]): Promise<number> {
  if (unheard.length === 0) return 0
  const ids = unheard.map(({ id }) => id)
  return db('outbox')
    .whereIn('id', ids)
    .whereNull('doneAt')
    .update({ doneAt: db.raw('UTC_TIMESTAMP(3)') })
}

/** Of several workers that saw it waiting, the one that changes the count has it. */
async function hold(db: Db, { id, attempts }: WaitingEvent): Promise<boolean> {
  const [{ affectedRows }] = (await db.raw(
    `UPDATE outbox SET attempts = attempts + 1, available_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL ? SECOND)
      WHERE id = ? AND attempts = ? AND done_at IS NULL`,
    [HELD_SECONDS, id, attempts],
  )) as [{ affectedRows: number }]
  return affectedRows === 1
}

const availableIn = (db: Db, id: number, seconds: number) =>
  db.raw('UPDATE outbox SET available_at = DATE_ADD(UTC_TIMESTAMP(3), INTERVAL ? SECOND) WHERE id = ?', [seconds, id])

/** @returns how many told events were dropped */
export const purgeOutbox = (db: Db, before: Date): Promise<number> =>
  inSlices(1_000, async (limit) => {
    const [{ affectedRows }] = (await db.raw('DELETE FROM outbox WHERE done_at < ? LIMIT ?', [before, limit])) as [{ affectedRows: number }]
    return affectedRows
  })
