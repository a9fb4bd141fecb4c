import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'
import { isDatabaseUnavailable } from '../../lib/db/errors.ts'
import type { Day } from '../../lib/time/zone.ts'
import { createSeenToday, type KnownVisit } from './seen-today.types.ts'
import { createSpeedCounts } from './speed.policy.ts'
import type { FeltPage, PageKind } from './speed.types.ts'
import { createGaps } from './visit-gaps.service.ts'
import { openVisitJournal, type Segment } from './visit-journal.service.ts'
import type { Entry } from './visit-line.types.ts'
import { createVisitWriter } from './visit-writer.service.ts'
import type { Happening, Visit } from './visits.types.ts'

const SEEN = 100_000
const BATCH_MS = 150
const SLOWEST_RETRY_MS = 5_000
/** A batch that the database refuses for another reason than being away would keep all others from being written. */
const ATTEMPTS_OF_THE_REFUSED = 5
/** How soon a process looks after what another one left that was killed. */
const ADOPT_MS = 5_000

export interface VisitRecorder {
  /** Kept before it returns; nothing waits for the database. */
  record(visit: Visit): void
  note(happening: Happening): void
  /** How fast a page was where it was read. */
  felt(page: FeltPage): void
  /** How long a page took to answer: kept in memory until the next batch, for it goes into sums alone. */
  answered(day: Day, page: PageKind, milliseconds: number): void
  /** Its visit of the day stands in the database: asking costs nothing. */
  knows(visit: KnownVisit): boolean
  /** Known to have asked for a file of a page: asking costs nothing. */
  proved(visit: KnownVisit): boolean
  /** Writes what waits, as far as `patienceMs` goes; what is left waits on the disk for the next start. */
  close(patienceMs?: number): Promise<void>
}

/** Gathers visits and writes them in small batches, one at a time. While the database is away they wait, and are written when it is back. */
export function openVisitRecorder(ctx: AppContext): VisitRecorder {
  const journal = openVisitJournal(ctx)
  const [seen, proved] = [createSeenToday(SEEN), createSeenToday(SEEN)]
  const [gaps, answers] = [createGaps(ctx.log), createSpeedCounts()]
  const write = createVisitWriter(ctx, { seen, proved, gaps, answers })
  const closing = new AbortController()
  let givenUp = false
  let running: Promise<void> | null = null
  let settledMark: string | null = null

  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false, signal: closing.signal }).catch(() => {})
  const run = () => {
    running ??= writeAll()
      .catch((error: unknown) => ctx.log.error({ err: error }, 'visits that wait can not be read'))
      .finally(() => {
        running = null
      })
  }

  async function writeAll(): Promise<void> {
    while (journal.waiting && !givenUp) {
      if (!journal.full) await pause(BATCH_MS)
      const segment = await journal.take()
      if (segment !== null && (await writeAtLast(segment))) {
        await journal.done(segment)
        settledMark = segment.mark
      }
    }
  }

  /** @returns false when it must wait for the next start */
  async function writeAtLast({ mark, entries }: Segment): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await write({ mark, settledMark, entries })
        return true
      } catch (error) {
        const away = isDatabaseUnavailable(error)
        if (attempt === 1 || !away) ctx.log.warn({ err: error }, 'visits wait to be written')
        if (!away && attempt >= ATTEMPTS_OF_THE_REFUSED) {
          ctx.log.error({ err: error, lost: entries.length }, 'visits were refused')
          for (const entry of entries) gaps.add(entry)
          return true
        }
        await pause(Math.min(100 * 2 ** attempt, SLOWEST_RETRY_MS))
        if (closing.signal.aborted) await sleep(100)
        if (givenUp) return false
      }
    }
  }

  async function adopt(): Promise<void> {
    await journal.adopt().catch((error: unknown) => ctx.log.warn({ err: error }, 'what other processes left is out of reach'))
    if (journal.waiting) run()
  }

  function keep(entry: Entry): void {
    if (!journal.add(entry)) gaps.add(entry)
    run()
  }

  void adopt()
  const adopting = setInterval(() => void adopt(), ADOPT_MS).unref()
  const recorder: VisitRecorder = {
    record: (visit) => keep({ visit }),
    note: (happening) => keep({ happening }),
    felt: (page) => keep({ felt: page }),
    answered: (day, page, milliseconds) => answers.add('server', day, milliseconds, [page]),
    knows: (visit) => seen.has(visit),
    proved: (visit) => proved.has(visit),
    async close(patienceMs = 3_000) {
      clearInterval(adopting)
      closing.abort()
      await Promise.race([running, sleep(patienceMs, undefined, { ref: false })])
      givenUp = true
      if (journal.waiting) ctx.log.warn('visits wait on the disk for the next start')
      journal.close()
    },
  }
  ctx.onClose(recorder.close)
  return recorder
}
