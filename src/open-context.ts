import type { Config } from './config/config.ts'
import { sessionSecret as sessionSecretOf } from './config/session-secret.ts'
import type { AppContext } from './context.ts'
import { createContentStamp } from './lib/cache/content-stamp.ts'
import { createSharedMemory } from './lib/cache/shared-memory.ts'
import { openDatabase } from './lib/db/knex.ts'
import { openReplica } from './lib/db/replica.ts'
import { createGuardedFetch } from './lib/fetch/guarded-fetch.ts'
import { createLog } from './lib/log.ts'
import { createMailer } from './lib/mail/create-mailer.ts'
import { closeRedis, openRedis } from './lib/redis/redis.ts'
import { createPasswords } from './lib/security/passwords.ts'
import { createStorage } from './lib/storage/create-storage.ts'
import { systemClock } from './lib/time/clock.ts'

export interface OpenContext extends AppContext {
  close(): Promise<void>
}

/**
 * Nothing that a guest's page shows stands in these, but for figures that may be seconds old: writing to them leaves kept pages as they are.
 * A table that isn't named here is content.
 */
const tablesOffThePage: ReadonlySet<string> = new Set([
  'bookmarks',
  'draft_versions',
  'drafts',
  'kept_forms',
  'job_marks',
  'member_mutes',
  'member_tokens',
  'outbox',
  'partial_uploads',
  'post_read_floors',
  'post_follows',
  'post_reads',
  'post_links',
  'replica_beats',
  'post_words',
  'reports',
  'scheduled_posts',
  'submissions',
  'visit_days',
  'visit_events',
  'visit_proofs',
  'visit_gaps',
  'visit_keys',
  'visit_spans',
  'visit_speed',
  'visit_names',
  'visit_pages',
  'visit_sums',
  'visits',
])

type Replacements = Partial<Pick<AppContext, 'clock' | 'fetch' | 'log' | 'mail' | 'passwords'>>

/** Connects what a process needs; `replacements` are for tests. Listening does not wait for the servers: /readyz tells. */
export async function openContext(config: Config, name: string, replacements: Replacements = {}): Promise<OpenContext> {
  const { databaseUrl, redisUrl } = config
  if (databaseUrl === null || redisUrl === null) throw new Error('DATABASE_URL and REDIS_URL are set by whoever runs the private servers')
  const sessionSecret = await sessionSecretOf(config)
  const log = replacements.log ?? createLog(config.logLevel, name)
  const redis = openRedis(redisUrl, log)
  const subscriber = openRedis(redisUrl, log)
  const content = createContentStamp(redis, subscriber, log)
  const memory = createSharedMemory(redis, subscriber, log, content.moveHere)
  const db = openDatabase(databaseUrl, { poolSize: config.databasePool, changes: { tell: content.move, except: tablesOffThePage } })
  const replicas = config.databaseReplicaUrls.map((url, index) =>
    openReplica(url, `replica ${index + 1}`, { primary: db, poolSize: config.databasePool, content, log }),
  )
  const closers: (() => Promise<void>)[] = []
  return {
    config: { ...config, sessionSecret },
    db,
    replicas,
    redis,
    log,
    memory,
    content,
    clock: replacements.clock ?? systemClock,
    mail: replacements.mail ?? createMailer(config),
    fetch: replacements.fetch ?? createGuardedFetch({ userAgent: config.baseUrl === null ? 'Madang' : `Madang (+${config.baseUrl})` }),
    storage: await createStorage(config),
    passwords: replacements.passwords ?? createPasswords(),
    onClose: (close) => void closers.push(close),
    async close() {
      await Promise.allSettled(closers.map((close) => close()))
      await content.told()
      await memory.close()
      await closeRedis(redis)
      await Promise.all(replicas.map((replica) => replica.close()))
      await db.destroy()
    },
  }
}
