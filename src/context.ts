import type { Config } from './config/config.ts'
import type { ContentStamp } from './lib/cache/content-stamp.ts'
import type { SharedMemory } from './lib/cache/shared-memory.ts'
import type { Db } from './lib/db/db.ts'
import type { Replica } from './lib/db/replica.ts'
import type { GuardedFetch } from './lib/fetch/fetch.types.ts'
import type { Locale } from './lib/i18n/catalogue.ts'
import type { Translate } from './lib/i18n/translate.ts'
import type { Logger } from './lib/log.ts'
import type { Mailer } from './lib/mail/mailer.ts'
import type { Redis } from './lib/redis/redis.ts'
import type { Passwords } from './lib/security/passwords.ts'
import type { Storage } from './lib/storage/storage.ts'
import type { Clock } from './lib/time/clock.ts'
import type { DateText } from './lib/time/date-text.ts'
import type { MessageKey } from './messages/messages.ts'

/** Everything a use case may need of the outside, built once at start (`open-context.ts`) and handed down as the first argument. */
export interface AppContext {
  config: Config
  db: Db
  /** Servers that copy `db`, from which pages may be read; most sites have none. */
  replicas: readonly Replica[]
  /** `db` is a replica's: of the doors only those are built that may be read there. */
  fromReplica?: true
  redis: Redis
  clock: Clock
  log: Logger
  mail: Mailer
  /** Asks other sites; only jobs do, never a page. */
  fetch: GuardedFetch
  storage: Storage
  passwords: Passwords
  /** Small things that every page needs (settings, boards): kept in the process, forgotten in all processes at once. */
  memory: SharedMemory
  /** Tells whether what pages show has changed. It moves by itself with every write. */
  content: ContentStamp
  /** What must still be done when the process ends, while database and Redis can be reached: the last written, the last sent. */
  onClose(close: () => Promise<void>): void
}

/** Who is asking. A guest has level 1 and no member id; permission is asked of policies, never of these fields in place. */
export interface Viewer {
  memberId: number | null
  nickname: string
  level: number
  /** Ids of the boards that this member moderates by name; administrators moderate all (see `boards.policy`). */
  moderates: ReadonlySet<number>
  /** Ids of the groups of boards in whose list of members this member stands. */
  groups: ReadonlySet<number>
  /** Counts as an adult here, as the site wants it proved. */
  adult: boolean
  /** Id of the post that a guest wrote, and has shown to be theirs with this request. */
  opened?: number
  /** The same of a comment. */
  openedComment?: number
}

export const guest: Viewer = { memberId: null, nickname: '', level: 1, moderates: new Set(), groups: new Set(), adult: false }

/** Who is asking, and how an answer is worded for them: what a view model needs. */
export interface Reader {
  viewer: Viewer
  locale: Locale
  t: Translate<MessageKey>
  now: Date
  /** The site's zone, in which days begin and dates are shown. */
  zone: string
  date(at: Date): DateText
  number(value: number): string
}
