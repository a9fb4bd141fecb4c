import { setTimeout as sleep } from 'node:timers/promises'
import type { ContentStamp } from '../cache/content-stamp.ts'
import type { Logger } from '../log.ts'
import type { Db } from './db.ts'
import { openDatabase } from './knex.ts'
import { createBeatBook, raiseBeat, readBeat } from './replica-beats.ts'

/** A server that copies the primary, and what is known of how far it has come. */
export interface Replica {
  /** Refuses every write. */
  db: Db
  /** For how many milliseconds it may lack what was acknowledged; null: for too long, or nobody knows, so it is not to be read. */
  lacks(): number | null
  /** It holds every change of content that this process has heard of. */
  hasAllContent(): boolean
  /** Reading there failed: it is left alone for a while. */
  failed(error: unknown): void
  /** Pages are asked for, and it comes too late for them. */
  isBehind(): boolean
  close(): Promise<void>
}

/** With making and sending a page this stays below the second by which pages of guests may be late. */
export const LACKS_AT_MOST_MS = 700
/** Both servers are asked this often while pages are read; an idle site asks nobody. */
const LOOK_MS = 100
const IDLE_MS = 2_000
const REST_MS = 1_000
/** A statement that takes longer is given up: the primary must have time left to answer instead. */
const STATEMENT_TIMEOUT_MS = 1_000

/** `name` is what the log calls it. */
export function openReplica(
  url: string,
  name: string,
  { primary, poolSize, content, log }: { primary: Db; poolSize: number; content: ContentStamp; log: Logger },
): Replica {
  const db = openDatabase(url, { poolSize, readOnly: true, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
  const tell = createTeller(log, name)
  const now = () => performance.now()
  const book = createBeatBook(2 * LACKS_AT_MOST_MS)
  const lack = () => now() - book.arrivedUntil()
  // What changed before this process began is content too.
  let movedAt = now()
  content.onMove(() => {
    movedAt = now()
  })
  let askedAt = -Infinity
  let restsUntil = -Infinity
  let looking = false
  let lastBeat = -1

  const failed = (error: unknown) => {
    restsUntil = now() + REST_MS
    tell('away', error)
  }
  const askPrimary = async (there: number) => {
    const at = now()
    const here = await readBeat(primary)
    book.note({ there, here, at })
    // When nobody else raised it since the last look, this process does; who did goes on doing it.
    const stoodStill = here === lastBeat
    if (stoodStill) await raiseBeat(primary, here)
    lastBeat = stoodStill ? here + 1 : here
  }
  const look = async () => {
    const there = await readBeat(db)
    await askPrimary(there).catch((error: unknown) => log.debug({ err: error }, 'how far replicas are is not known'))
    tell(lack() > LACKS_AT_MOST_MS ? 'behind' : 'fine')
  }
  const goOnLooking = async () => {
    while (now() - askedAt < IDLE_MS) {
      await look().catch(failed)
      await sleep(Math.max(LOOK_MS, restsUntil - now()), undefined, { ref: false })
    }
    looking = false
  }

  return {
    db,
    lacks() {
      askedAt = now()
      if (!looking) {
        looking = true
        void goOnLooking()
      }
      return now() < restsUntil || lack() > LACKS_AT_MOST_MS ? null : lack()
    },
    hasAllContent: () => book.arrivedUntil() > movedAt,
    failed,
    isBehind: () => looking && lack() > LACKS_AT_MOST_MS,
    async close() {
      askedAt = -Infinity
      await db.destroy()
    },
  }
}

type State = 'fine' | 'behind' | 'away'

/** A word when it goes, and one when it is back; of being late for a moment none. */
function createTeller(log: Logger, replica: string): (state: State, error?: unknown) => void {
  let said: State = 'fine'
  let behindSince: number | null = null
  return (state, error) => {
    behindSince = state === 'behind' ? (behindSince ?? performance.now()) : null
    if (state === said || (behindSince !== null && (said === 'away' || performance.now() - behindSince < REST_MS))) return
    said = state
    if (state === 'fine') log.info({ replica }, 'pages are read from the replica again')
    if (state === 'behind') log.warn({ replica }, 'a replica is too far behind: pages are read from the primary')
    if (state === 'away') log.warn({ replica, err: error }, 'a replica does not answer: pages are read from the primary')
  }
}
