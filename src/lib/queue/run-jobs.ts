import { setTimeout as sleep } from 'node:timers/promises'
import { createNodeRedisClient, Queue, Worker } from 'bullmq'
import type { Logger } from '../log.ts'
import { openRedis } from '../redis/redis.ts'

/** Work that comes again by itself. Of all workers together, one does it each time. */
export interface ScheduledJob {
  name: string
  /** Milliseconds from one run to the next, or a cron pattern in the site's zone. */
  when: { every: number } | { pattern: string }
  run(): Promise<unknown>
}

export interface RunningJobs {
  /** What is being done gets done, within a few seconds. */
  close(): Promise<void>
}

interface Surroundings {
  redisUrl: string
  log: Logger
  /** Asked anew now and then: an owner may move the site to another zone. */
  zone(): Promise<string>
}

const QUEUE = 'jobs'
const CONCURRENCY = 4
const LOOK_AT_ZONE_MS = 60_000
const TRY_AGAIN_MS = 2_000
const CLOSE_MS = 8_000
const ATTEMPTS = 3

/** Starts at once and returns at once: while Redis is away, jobs wait and the process lives. */
export function runJobs({ redisUrl, log, zone }: Surroundings, jobs: readonly ScheduledJob[]): RunningJobs {
  const redis = openRedis(redisUrl, log, { patient: true })
  const connection = createNodeRedisClient(redis)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const closing = new AbortController()
  const queue = new Queue(QUEUE, { connection })
  const worker = new Worker(QUEUE, ({ name }) => runOne(name), { connection, concurrency: CONCURRENCY })
  // The client has told of its troubles already; but an 'error' that nobody listens to would end the process.
  queue.on('error', (error) => log.debug({ err: error }, 'jobs'))
  worker.on('error', (error) => log.debug({ err: error }, 'jobs'))
  worker.on('failed', (job, error) => log.warn({ err: error, job: job?.name, attempts: job?.attemptsMade }, 'a job failed'))

  async function runOne(name: string): Promise<void> {
    const startedAt = performance.now()
    await byName.get(name)?.run()
    log.debug({ job: name, ms: Math.round(performance.now() - startedAt) }, 'a job is done')
  }

  async function plan(tz: string): Promise<void> {
    for (const { key } of await queue.getJobSchedulers()) if (!byName.has(key)) await queue.removeJobScheduler(key)
    for (const { name, when } of jobs) {
      const attempts = 'every' in when ? 1 : ATTEMPTS // what comes again in a moment needs no second try
      await queue.upsertJobScheduler(name, 'every' in when ? when : { ...when, tz }, {
        name,
        opts: { attempts, backoff: { type: 'exponential', delay: 5_000 }, removeOnComplete: true, removeOnFail: 50 },
      })
    }
  }

  async function keepPlanned(): Promise<void> {
    let planned = ''
    while (!closing.signal.aborted) {
      try {
        const tz = await zone()
        if (tz !== planned) await plan(tz)
        planned = tz
      } catch (error) {
        if (!closing.signal.aborted) log.warn({ err: error }, 'jobs are not planned yet')
      }
      await sleep(planned === '' ? TRY_AGAIN_MS : LOOK_AT_ZONE_MS, undefined, { ref: false, signal: closing.signal }).catch(() => {})
    }
  }

  void keepPlanned()
  return {
    async close() {
      closing.abort()
      // Without Redis the queue would wait for it.
      const ended = Promise.allSettled([worker.close(!redis.isReady), queue.close()])
      await Promise.race([ended, sleep(CLOSE_MS, undefined, { ref: false })])
      if (redis.isOpen) redis.destroy()
    },
  }
}
