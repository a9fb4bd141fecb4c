import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'
import { isDatabaseUnavailable } from '../../lib/db/errors.ts'
import { createSeenToday, createVisitSpool, type KnownVisit } from './visit-spool.service.ts'
import { createVisitWriter } from './visit-writer.service.ts'
import type { Visit } from './visits.types.ts'

const SPOOL = 10_000
const SEEN = 100_000
const BATCH = 500
const BATCH_MS = 150
const SLOWEST_RETRY_MS = 5_000
/** A batch that the database refuses for another reason than being away would keep all others from being written. */
const ATTEMPTS_OF_THE_REFUSED = 5

export interface VisitRecorder {
  /** Returns at once; the page that called it is already sent. */
  record(visit: Visit): void
  /** Known to have asked for a file of a page: asking costs nothing. */
  proved(visit: KnownVisit): boolean
  /** Writes what waits, as far as `patienceMs` goes. */
  close(patienceMs?: number): Promise<void>
}

/** Gathers visits and writes them in small batches, one at a time. While the database is away they wait, and are written when it is back. */
export function openVisitRecorder(ctx: AppContext): VisitRecorder {
  const spool = createVisitSpool(SPOOL)
  const seen = createSeenToday(SEEN)
  const proved = createSeenToday(SEEN)
  const write = createVisitWriter(ctx, { seen, proved })
  const closing = new AbortController()
  let givenUp = false
  let running: Promise<void> | null = null
  let inHand = 0
  let lost = 0

  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false, signal: closing.signal }).catch(() => {})

  async function run(): Promise<void> {
    while (spool.size > 0 && !givenUp) {
      if (spool.size < BATCH) await pause(BATCH_MS)
      const batch = spool.take(BATCH)
      inHand = batch.length
      await writeAtLast(batch)
      inHand = 0
    }
  }

  async function writeAtLast(batch: Visit[]): Promise<void> {
    const mark = randomUUID()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write(mark, batch)
      } catch (error) {
        const away = isDatabaseUnavailable(error)
        if (attempt === 1 || !away) ctx.log.warn({ err: error, waiting: spool.size + inHand }, 'visits wait to be written')
        if (!away && attempt >= ATTEMPTS_OF_THE_REFUSED) return ctx.log.error({ err: error, lost: batch.length }, 'visits were refused')
        await pause(Math.min(100 * 2 ** attempt, SLOWEST_RETRY_MS))
        if (closing.signal.aborted) await sleep(100)
        if (givenUp) return
      }
    }
  }

  const recorder: VisitRecorder = {
    record(visit) {
      if (!spool.add(visit)) {
        if (lost === 0) ctx.log.error({ limit: SPOOL }, 'no room for more visits until the database is back')
        lost += 1
      }
      running ??= run().finally(() => {
        running = null
      })
    },
    proved: (visit) => proved.has(visit),
    async close(patienceMs = 3_000) {
      closing.abort()
      await Promise.race([running, sleep(patienceMs, undefined, { ref: false })])
      givenUp = true
      if (running !== null) ctx.log.error({ lost: spool.size + inHand }, 'visits could not be written')
    },
  }
  ctx.onClose(recorder.close)
  return recorder
}
