import type { Db } from '../db/db.ts'

/**
 * Keeps the news of a change in the transaction of the change: what was committed is told, what was rolled back is not. A job reads it
 * after COMMIT, at least once.
 */
export async function addToOutbox(trx: Db, event: string, payload: object): Promise<void> {
  await trx('outbox').insert({ event, payload: JSON.stringify(payload), createdAt: trx.raw('UTC_TIMESTAMP(3)') })
}
