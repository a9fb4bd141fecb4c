import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { flushViews } from '../../src/features/posts/posts.jobs.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { isAlive } from '../../src/lib/process/process-identity.ts'
import { settled } from '../features/visits/counting.ts'
import { createAgent } from '../support/agent.ts'
import { aMember, aPost, firstBoards, PASSWORD } from '../support/factories.ts'
import { useSite } from '../support/site.ts'
import {
  aFreePort,
  aVarDir,
  clearAway,
  isReady,
  type Part,
  pidOf,
  type RunningSite,
  startSite,
  untilReady,
  untilTrue,
} from './running-site.ts'

/** The test's own process stands for another node: it has the same database, Redis and secret. */
const house = useSite()
let sites: RunningSite[] = []
afterEach(async () => {
  await clearAway(
    sites.map(({ varDir }) => varDir),
    sites,
  )
  sites = []
})

async function twoProcesses(env: Record<string, string> = {}): Promise<RunningSite> {
  const { databaseUrl, redisUrl, sessionSecret } = house.ctx.config
  const servers = { DATABASE_URL: String(databaseUrl), REDIS_URL: String(redisUrl), SESSION_SECRET: String(sessionSecret) }
  const site = startSite(aVarDir(), await aFreePort(), { ...servers, TRUST_PROXY: '1', WEB_PROCESSES: '2', ...env })
  sites.push(site)
  await untilReady(site)
  await untilTrue(() => both.every((part) => logOf(site, part).includes('"listening"')), 10_000, site.output)
  return site
}

const both: Part[] = ['web', 'web-2']
const logOf = ({ varDir }: RunningSite, part: Part) => readFileSync(join(varDir, `logs/${part}.log`), 'utf8')

/** A connection for each request: whichever process is free takes it. */
const browser = (site: RunningSite, address = '198.51.100.1') =>
  createAgent(site.address, { headers: { connection: 'close', 'x-forwarded-for': address } })

/** Reads on and on; who is refused or cut off says how. */
function readers(site: RunningSite, count: number) {
  const failures: string[] = []
  let answered = 0
  let done = false
  const reader = async () => {
    while (!done) {
      try {
        const answer = await fetch(`${site.address}/robots.txt`, { headers: { connection: 'close' } })
        await answer.text()
        if (answer.status === 200) answered += 1
        else failures.push(String(answer.status))
      } catch (error) {
        failures.push(String(((error as Error).cause as { code?: string })?.code ?? error))
      }
    }
  }
  const all = Promise.all(Array.from({ length: count }, reader))
  const stop = async () => {
    done = true
    await all
    return failures
  }
  return { stop, answered: () => answered }
}

test('a set-up address is told once, and works whichever process is asked', async () => {
  const site = await twoProcesses()
  await untilTrue(() => site.output().includes('no owner yet'), 5_000, site.output)
  await sleep(500)
  const told = [...site.output().matchAll(/no owner yet\. Become it at http:\/\/[^/]+(\/setup\/\S+)/g)]
  expect(told).toHaveLength(1)
  const path = String(told[0]?.[1])
  for (let time = 0; time < 10; time += 1) expect((await browser(site).get(path)).status).toBe(200)
  expect(await house.ctx.db('boards').count({ n: '*' })).toEqual([{ n: 3 }])
})

test('a database that allows fewer connections than all may open is told of', async () => {
  const site = await twoProcesses({ DATABASE_POOL: '100' })
  expect(site.output()).toMatch(/The database allows \d+ connections and this site may need 320: raise max_connections/)
})

test('log-ins and written posts are the same in both', { timeout: 60_000 }, async () => {
  const { free } = await firstBoards(house)
  const mina = await aMember(house, '미나')
  await aPost(house, free, mina, { title: '첫 글' })
  const site = await twoProcesses({ LOG_LEVEL: 'debug' })

  const member = browser(site)
  await member.submit(await member.get('/login'), 'form#login', { login: mina.login, password: PASSWORD })
  for (let time = 0; time < 12; time += 1) expect((await member.get('/me')).status).toBe(200)

  for (let round = 1; round <= 6; round += 1) {
    await Promise.all(Array.from({ length: 8 }, () => browser(site).get('/free')))
    await member.submit(await member.get('/free/write'), '#post-form', { title: `소식 ${round}`, body: '본문' })
    await sleep(1_000)
    const pages = await Promise.all(Array.from({ length: 8 }, () => browser(site).get('/free')))
    for (const page of pages) expect(page.body).toContain(`소식 ${round}`)
  }

  // Both had a part in it (of some 120 that come to whoever is free), and no line of their logs is torn.
  for (const part of both) expect(logOf(site, part).split('request completed').length, part).toBeGreaterThan(3)
  for (const line of both.flatMap((part) => logOf(site, part).trim().split('\n'))) JSON.parse(line)
})

test('visitors and views are counted once, whichever process they come to', { timeout: 60_000 }, async () => {
  const { free } = await firstBoards(house)
  await aPost(house, free, await aMember(house, '미나'))
  const site = await twoProcesses()
  await house.ctx.db('visit_days').delete()
  await house.ctx.db('visits').delete()
  const guests = Array.from({ length: 30 }, (_, index) => browser(site, `203.0.113.${index}`))
  for (let time = 0; time < 3; time += 1) await Promise.all(guests.map((guest) => guest.get('/free/1')))
  expect(await settled(house)).toEqual({ visitors: 30, pageViews: 90 })
  const views = async () => {
    await flushViews(house.ctx)
    return (await house.ctx.db<Post>('posts').first())?.viewCount
  }
  await untilTrue(async () => (await views()) === 30, 10_000, site.output)
})

test('one that is killed cuts off what it was at; nobody is refused, and it is back within five seconds', { timeout: 60_000 }, async () => {
  const site = await twoProcesses()
  const crowd = readers(site, 20)
  for (const part of both) {
    const before = pidOf(site.varDir, part) ?? 0
    const answered = crowd.answered()
    process.kill(before, 'SIGKILL')
    await sleep(300)
    expect(crowd.answered()).toBeGreaterThan(answered)
    const isBack = async () => pidOf(site.varDir, part) !== before && isAlive(pidOf(site.varDir, part) ?? 0) && (await isReady(site))
    expect(await untilTrue(isBack, 6_000, site.output), part).toBeLessThan(5_000)
    await untilTrue(() => logOf(site, part).split('"listening"').length === 3, 10_000, site.output)
  }
  const failures = await crowd.stop()
  expect(failures).not.toContain('ECONNREFUSED')
  expect(failures.length).toBeLessThanOrEqual(40)
  expect(site.output()).toContain('Web process 2 ended unexpectedly; starting it again.')
  site.signal('SIGTERM')
  expect(await site.status).toBe(0)
})

test('one after the other is told to end and started again, and no reader notices', { timeout: 60_000 }, async () => {
  const site = await twoProcesses()
  const crowd = readers(site, 20)
  for (const part of [...both, ...both]) {
    const before = pidOf(site.varDir, part) ?? 0
    process.kill(before, 'SIGTERM')
    await untilTrue(() => pidOf(site.varDir, part) !== before, 15_000, site.output)
  }
  expect(await crowd.stop()).toEqual([])
  expect(crowd.answered()).toBeGreaterThan(100)
})

test('all are killed at once: who comes meanwhile waits at the door and is let in', async () => {
  const site = await twoProcesses()
  const pids = both.map((part) => pidOf(site.varDir, part) ?? 0)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await untilTrue(() => pids.every((pid) => !isAlive(pid)), 2_000, site.output)
  // Connections that were kept open have ended for us too.
  await sleep(100)
  const answers = await Promise.all(Array.from({ length: 20 }, () => browser(site).get('/login')))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
})
