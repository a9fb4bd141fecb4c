import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addToOutbox } from '../../../src/lib/events/outbox.ts'
import type { RunningJobs, ScheduledJob } from '../../../src/lib/queue/queue.types.ts'
import { runJobs } from '../../../src/lib/queue/run-jobs.ts'
import { scheduledJobs, startJobs } from '../../../src/schedule.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const run = (jobs: ScheduledJob[]): RunningJobs =>
  runJobs({ redisUrl: site.ctx.config.redisUrl ?? '', log: site.ctx.log, zone: async () => 'Asia/Seoul' }, jobs)

async function until(what: () => boolean | Promise<boolean>, withinMs = 8_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await what()); await sleep(50)) if (Date.now() > end) throw new Error('it did not happen')
}

test('a job comes again by itself, one worker at a time, also after it failed', async () => {
  let runs = 0
  let atOnce = 0
  let mostAtOnce = 0
  const job: ScheduledJob = {
    name: 'count',
    when: { every: 200 },
    async run() {
      runs += 1
      atOnce += 1
      mostAtOnce = Math.max(mostAtOnce, atOnce)
      await sleep(50)
      atOnce -= 1
      if (runs === 2) throw new Error('once in a while')
    },
  }
  const workers = [run([job]), run([job])]
  await until(() => runs >= 5)
  for (const worker of workers) await worker.close()
  const atTheEnd = runs
  await sleep(500)
  expect(runs).toBe(atTheEnd)
  expect(mostAtOnce).toBe(1)
})

test('a job that takes its time and is to be alone leaves the places of the others free', async () => {
  let atOnce = 0
  let mostAtOnce = 0
  const others: number[] = []
  const slow: ScheduledJob = {
    name: 'slow',
    when: { every: 100 },
    alone: true,
    async run() {
      atOnce += 1
      mostAtOnce = Math.max(mostAtOnce, atOnce)
      await sleep(1_500)
      atOnce -= 1
    },
  }
  const quick: ScheduledJob = { name: 'quick', when: { every: 100 }, run: async () => void others.push(1) }
  const worker = run([slow, quick])
  await until(() => mostAtOnce === 1)
  const before = others.length
  await sleep(1_200)
  await worker.close()
  expect(mostAtOnce).toBe(1)
  expect(others.length - before).toBeGreaterThan(5)
})

test('the worker tells what waits in the outbox, and every job of the schedule has a time', async () => {
  await addToOutbox(site.ctx.db, 'nobody.listens', {})
  const jobs = await startJobs(site.ctx)
  await until(async () => (await site.ctx.db('outbox').whereNull('doneAt').count({ n: '*' }).first())?.['n'] === 0)
  const names = scheduledJobs(site.ctx).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const untimed = async () => {
    const known = await Promise.all(names.map((name) => site.ctx.redis.exists(`bull:jobs:repeat:${name}`)))
    return names.filter((_name, index) => known[index] === 0)
  }
  // They are planned one after another, beside the work.
  await expect.poll(untimed).toEqual([])
  await jobs.close()
})

test('every nightly job can be run at any time, twice', async () => {
  for (const job of [...scheduledJobs(site.ctx), ...scheduledJobs(site.ctx)]) await job.run()
})

test('without Redis the jobs wait, and the process ends when it is told to', async () => {
  const jobs = runJobs({ redisUrl: 'redis://127.0.0.1:1', log: site.ctx.log, zone: async () => 'Asia/Seoul' }, [])
  await sleep(300)
  const startedAt = performance.now()
  await jobs.close()
  expect(performance.now() - startedAt).toBeLessThan(9_000)
})
