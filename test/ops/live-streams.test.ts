import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type OpenStream, openStream, soonTold, watchAddress } from '../support/event-stream.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'
import { aFreePort, aVarDir, clearAway, type Part, pidOf, type RunningSite, startSite, untilReady, untilTrue } from './running-site.ts'

/** The test's own process stands for another node: it has the same database, Redis and secret. */
const house = useSite()
let site: RunningSite | null = null
let streams: OpenStream[] = []
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close()
  if (site) await clearAway([site.varDir], [site])
  site = null
})

const both: Part[] = ['web', 'web-2']

test('readers who hang on several processes all hear of a comment, and those of one that is told to end go on with the others', async () => {
  const { free } = await firstBoards(house)
  const mina = await aMember(house, '미나')
  await aPost(house, free, mina)
  const { databaseUrl, redisUrl, sessionSecret } = house.ctx.config
  const servers = { DATABASE_URL: String(databaseUrl), REDIS_URL: String(redisUrl), SESSION_SECRET: String(sessionSecret) }
  const running = startSite(aVarDir(), await aFreePort(), { ...servers, WEB_PROCESSES: '2' })
  site = running
  await untilReady(running)
  const isListening = (part: Part) => readFileSync(join(running.varDir, `logs/${part}.log`), 'utf8').includes('"listening"')
  await untilTrue(() => both.every(isListening), 10_000, running.output)

  const address = await watchAddress(house.visitor(), '/free/1')
  const open = () => Promise.all(Array.from({ length: 20 }, () => openStream(running.address, address)))
  streams = await open()
  const comment = () => mina.agent.post('/free/1/comments', { body: '모두에게' })
  await comment()
  for (const stream of streams) await soonTold(stream).toBeGreaterThan(0)

  for (const part of both) {
    const before = pidOf(running.varDir, part) ?? 0
    process.kill(before, 'SIGTERM')
    await untilTrue(() => pidOf(running.varDir, part) !== before, 4_000, running.output)
  }
  await expect.poll(() => streams.every((stream) => stream.ended()), { timeout: 4_000 }).toBe(true)
  streams = await open()
  for (const stream of streams) await soonTold(stream).toBeGreaterThan(0)

  const began = performance.now()
  running.signal('SIGTERM')
  expect(await running.status).toBe(0)
  expect(performance.now() - began).toBeLessThan(8_000)
}, 90_000)
