import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Db } from '../../src/lib/db/db.ts'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
let lock: Db | null = null
afterEach(async () => {
  await lock?.destroy()
  lock = null
})

/** Every page that reads posts takes as long as a page may, until `release`. */
async function slowPosts(): Promise<() => Promise<void>> {
  lock = openDatabase(String(site.ctx.config.databaseUrl), { poolSize: 1 })
  await lock.raw('LOCK TABLES posts WRITE')
  return async () => {
    await lock?.raw('UNLOCK TABLES')
  }
}

interface Answer {
  status: number
  retryAfter: string | null
  body: string
  took: number
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const began = performance.now()
  const response = await site.visitor({ headers }).request(path)
  const body = await response.text()
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body, took: performance.now() - began }
}

test('a crowd that is more than can be served: each gets a page or is told when to come back, kept pages are served on, and it passes', {
  timeout: 60_000,
}, async () => {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글' })
  const before = site.clock.now()
  expect((await ask('/free')).status).toBe(200)
  const release = await slowPosts()

  const crowd: Promise<Answer>[] = []
  const whileCrowded: Answer[] = []
  for (let wave = 0; wave < 12; wave += 1) {
    for (let index = 0; index < 50; index += 1)
      crowd.push(ask(`/free/1?wave=${wave}&index=${index}`, { 'accept-language': index % 2 ? 'ko' : 'en' }))
    await sleep(300)
    // A page is kept for seconds: here time stands still.
    site.clock.set(before)
    whileCrowded.push(await ask('/free'), await ask('/healthz'))
  }
  await release()
  const answers = await Promise.all(crowd)

  expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.filter(({ retryAfter }) => !/^[1-9]\d?$/.test(retryAfter ?? ''))).toEqual([])
  for (const words of ['찾는 분이 아주 많습니다', 'Very many people are here'])
    expect(refused.some(({ body }) => body.includes(words))).toBe(true)
  expect(whileCrowded.map(({ status }) => status)).toEqual(Array(24).fill(200))
  await expect.poll(async () => (await ask(`/free/1?after=${performance.now()}`)).status, { timeout: 15_000 }).toBe(200)
  // Whoever writes was never in doubt: a member's post goes through as soon as the database takes it.
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '뒤에 쓴 글', body: '본문' })
  expect(page.status).toBe(200)
})

test('who asks for data and has to come back is told so as data', { timeout: 60_000 }, async () => {
  const { free } = await firstBoards(site)
  await aPost(site, free, await aMember(site, '미나'))
  const release = await slowPosts()
  const crowd = Array.from({ length: 900 }, (_, index) => ask(`/free/1?index=${index}`, { accept: 'application/json' }))
  const first = await Promise.race(crowd)
  expect(first).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d$/) })
  expect(JSON.parse(first.body)).toEqual({ error: expect.stringContaining('몇 초 뒤에') })
  await release()
  const statuses = new Set((await Promise.all(crowd)).map(({ status }) => status))
  expect([...statuses].sort()).toEqual([200, 503])
})
