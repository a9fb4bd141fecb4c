import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from './db.ts'
import { isLostRace } from './errors.ts'

const ATTEMPTS = 4
/** Who has waited this long is told so: a lock that is held on and on would be waited for four times over. */
const PATIENCE_MS = 1_500

/**
 * Runs `work` in one transaction and answers after COMMIT. A lost race (deadlock, lock wait) is done again from the start, at most three times
 * and not for ever: `work` must therefore touch nothing but `trx`. A COMMIT whose answer got lost is never repeated, for it may have happened:
 * the caller's idempotency key tells when the member tries again.
 * @throws whatever `work` throws, and the driver's error when the database can't be reached
 */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const start = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    let committing = false
    try {
      return await db.transaction(async (trx) => {
        const result = await work(trx)
        committing = true
        return result
      })
    } catch (error) {
      if (committing || attempt >= ATTEMPTS || performance.now() - start > PATIENCE_MS || !isLostRace(error)) throw error
      await sleep(attempt * 15 + randomJitter(25))
    }
  }
}

const randomJitter = (milliseconds: number) => Math.floor(performance.now() * 1000) % milliseconds
