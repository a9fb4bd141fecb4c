import { setTimeout as sleep } from 'node:timers/promises'
import { createNodeRedisClient, Queue, Worker } from 'bullmq'
import type { Logger } from '../log.ts'
import { openRedis } from '../redis/redis.ts'
import { keepPlanned } from './keep-planned.ts'
import type { RunningJobs, ScheduledJob } from './queue.types.ts'

const QUEUE = 'jobs'
const CONCURRENCY = 4
const CLOSE_MS = 8_000

interface Surroundings {
  redisUrl: string
  log: Logger
  zone(): Promise<string>
}

/** Starts at once and returns at once: while Redis is away, jobs wait and the process lives. */
export function runJobs({ redisUrl, log, zone }: Surroundings, jobs: readonly ScheduledJob[]): RunningJobs {
  const redis = openRedis(redisUrl, log, { patient: true })
  const connection = createNodeRedisClient(redis)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const closing = new AbortController()

  const underWay = new Set<ScheduledJob>()

  async function runOne(name: string): Promise<void> {
    const startedAt = performance.now()
    const job = byName.get(name)
    if (job === undefined || (job.alone && underWay.has(job))) return
    underWay.add(job)
    await job.run().finally(() => underWay.delete(job))
    log.debug({ job: name, ms: Math.round(performance.now() - startedAt) }, 'a job is done')
  }

  const queue = new Queue(QUEUE, { connection })
  const worker = new Worker(QUEUE, ({ name }) => runOne(name), { connection, concurrency: CONCURRENCY })
  // The client has told of its troubles already; but an 'error' that nobody listens to would end the process.
  queue.on('error', (error) => log.debug({ err: error }, 'jobs'))
  worker.on('error', (error) => log.debug({ err: error }, 'jobs'))
  worker.on('failed', (job, error) => log.warn({ err: error, job: job?.name, attempts: job?.attemptsMade }, 'a job failed'))
  void keepPlanned(queue, { redis, log, jobs, zone, until: closing.signal })

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
