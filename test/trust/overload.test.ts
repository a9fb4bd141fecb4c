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

/** Fifty readers every third of a second, each of another page, until they are told to stop. */
function aCrowd() {
  const asked: Promise<Answer>[] = []
  const refused: Answer[] = []
  let stopped = false
  const coming = (async () => {
    for (let wave = 0; !stopped; wave += 1) {
      for (let index = 0; index < 50; index += 1) {
        const answer = ask(`/free/1?wave=${wave}&index=${index}`, { 'accept-language': index % 2 ? 'ko' : 'en' })
        asked.push(answer)
        void answer.then((got) => isRefused(got) && refused.push(got))
      }
      await sleep(300)
    }
  })()
  const stop = async () => {
    stopped = true
    await coming
    return Promise.all(asked)
  }
  return { refused, stop }
}

const isRefused = ({ status, body }: Answer) => status === 503 && /찾는 분이 아주 많습니다|Very many people are here/.test(body)

test('a crowd that is more than can be served: each gets a page or is told when to come back, kept pages are served on, and it passes', {
  timeout: 60_000,
}, async () => {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '첫 글' })
  const before = site.clock.now()
  expect((await ask('/free')).status).toBe(200)
  const release = await slowPosts()

  const crowd = aCrowd()
  const whileCrowded: Answer[] = []
  for (let look = 0; look < 100 && crowd.refused.length < 20; look += 1) {
    // A page is kept for seconds: here time stands still.
    site.clock.set(before)
    whileCrowded.push(await ask('/free'), await ask('/healthz'))
    await sleep(200)
  }
  expect(new Set(whileCrowded.map(({ status }) => status))).toEqual(new Set([200]))

  // No page can be made now: those that there are are shown as they were, for half a minute.
  site.ctx.content.move()
  site.clock.set(new Date(before.getTime() + 25_000))
  expect((await ask('/free')).body).toContain('첫 글')
  site.clock.set(new Date(before.getTime() + 31_000))
  expect((await ask('/free')).status).toBe(503)

  const answers = crowd.stop()
  await release()
  expect((await answers).filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
  const turnedAway = (await answers).filter(({ status }) => status === 503)
  expect(turnedAway.filter(({ retryAfter }) => !/^[1-9]\d?$/.test(retryAfter ?? ''))).toEqual([])
  for (const language of ['ko', 'en'])
    expect(
      crowd.refused.some(({ body }) => body.includes(`lang="${language}"`)),
      language,
    ).toBe(true)

  await expect.poll(async () => (await ask(`/free/1?after=${performance.now()}`)).status, { timeout: 15_000 }).toBe(200)
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '뒤에 쓴 글', body: '본문' })
  expect(page.status).toBe(200)
  // What was shown as it was is shown as it is.
  await expect.poll(async () => (await ask('/free')).body, { timeout: 15_000 }).toContain('뒤에 쓴 글')
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
