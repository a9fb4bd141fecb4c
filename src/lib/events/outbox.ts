import type { Db } from '../db/db.ts'

/**
 * Keeps the news of a change in the transaction of the change: what was committed is told, what was rolled back is not. A job reads it
 * after COMMIT, at least once.
 */
export const addToOutbox = (trx: Db, event: string, payload: object): Promise<void> => addAllToOutbox(trx, event, [payload])

/** The same of several changes at once. */
export async function addAllToOutbox(trx: Db, event: string, payloads: readonly object[]): Promise<void> {
  if (payloads.length === 0) return
  const createdAt = trx.raw('UTC_TIMESTAMP(3)')
  await trx('outbox').insert(payloads.map((payload) => ({ event, payload: JSON.stringify(payload), createdAt })))
}
