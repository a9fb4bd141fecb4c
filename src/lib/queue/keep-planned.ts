import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue } from 'bullmq'
import type { Logger } from '../log.ts'
import type { Redis } from '../redis/redis.ts'
import type { ScheduledJob } from './queue.types.ts'

const LOOK_MS = 60_000
const TRY_AGAIN_MS = 2_000
const ATTEMPTS = 3

interface Plan {
  redis: Redis
  log: Logger
  jobs: readonly ScheduledJob[]
  /** Asked anew now and then: an owner may move the site to another zone. */
  zone(): Promise<string>
  until: AbortSignal
}

/** Writes the times of the jobs into Redis, and again whenever it may have lost them or the zone has changed. */
export async function keepPlanned(queue: Queue, { redis, log, jobs, zone, until }: Plan): Promise<void> {
  let plannedFor: string | null = null
  let wake = new AbortController()
  redis.on('ready', () => {
    // What it was last told, or all of it, may be gone.
    plannedFor = null
    wake.abort()
  })
  while (!until.aborted) {
    wake = new AbortController()
    const woken = wake.signal
    let failed = false
    try {
      const tz = await zone()
      if (tz !== plannedFor) await plan(queue, jobs, tz)
      if (!woken.aborted) plannedFor = tz
    } catch (error) {
      failed = true
      if (!until.aborted) log.warn({ err: error }, 'jobs are not planned yet')
    }
    await sleep(failed ? TRY_AGAIN_MS : LOOK_MS, undefined, { ref: false, signal: AbortSignal.any([until, woken]) }).catch(() => {})
  }
}

async function plan(queue: Queue, jobs: readonly ScheduledJob[], tz: string): Promise<void> {
  const names = new Set(jobs.map(({ name }) => name))
  for (const { key } of await queue.getJobSchedulers()) if (!names.has(key)) await queue.removeJobScheduler(key)
  for (const { name, when } of jobs) {
    const attempts = 'every' in when ? 1 : ATTEMPTS // what comes again in a moment needs no second try
    await queue.upsertJobScheduler(name, 'every' in when ? when : { ...when, tz }, {
      name,
      opts: { attempts, backoff: { type: 'exponential', delay: 5_000 }, removeOnComplete: true, removeOnFail: 50 },
    })
  }
}
