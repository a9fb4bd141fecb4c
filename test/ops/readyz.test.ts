import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/lib/db/db.ts'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { healthRoutes } from '../../src/lib/http/health.ts'
import { createWebServer, type WebServer } from '../../src/lib/http/web-server.ts'
import { createLog } from '../../src/lib/log.ts'
import type { RunningProcess } from '../../src/lib/process/running-process.ts'
import { openRedis, type Redis } from '../../src/lib/redis/redis.ts'
import { mariadbUrl, startMariadb } from '../../src/private-servers/mariadb.ts'
import { redisUrl, startRedis } from '../../src/private-servers/redis.ts'

/** Nothing runs at first: a process has to listen before its servers are there. */
let dir: string
let db: Db
let redis: Redis
let web: WebServer
let address: string
let mariadb: RunningProcess | null = null
let redisServer: RunningProcess | null = null

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'madang-ready-'))
  chmodSync(dir, 0o711)
  db = openDatabase(mariadbUrl(dir))
  redis = openRedis(redisUrl(dir), createLog('silent', 'test'))
  web = createWebServer(express().use(healthRoutes({ db, redis })))
  await web.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  if (redis.isOpen) redis.destroy()
  await db.destroy()
  await web.drain(0)
  await Promise.all([mariadb?.stop(), redisServer?.stop()])
  rmSync(dir, { recursive: true, force: true })
})

async function ask(path: string) {
  const began = performance.now()
  const answer = await fetch(address + path)
  return { status: answer.status, body: await answer.json(), took: performance.now() - began }
}

async function readyWithin(ms: number): Promise<boolean> {
  const until = performance.now() + ms
  while (performance.now() < until) {
    if ((await ask('/readyz')).status === 200) return true
    await sleep(50)
  }
  return false
}

test('without its servers the process lives, and says which are away', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: { database: 'unavailable', redis: 'unavailable' } })
})

test('with the database there and Redis away, it names Redis', async () => {
  mariadb = await startMariadb(dir, { durable: false })
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: { database: 'ok', redis: 'unavailable' } })
})

test('it becomes ready by itself within five seconds of the last server', async () => {
  redisServer = await startRedis(dir, { durable: false })
  expect(await readyWithin(5_000)).toBe(true)
})

test('a database that hangs with its socket open is named within 1.5 s', async () => {
  const pid = mariadb?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  // A thread on the other core may answer once more before it is told.
  await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) T /)
  try {
    const answer = await ask('/readyz')
    expect(answer).toMatchObject({ status: 503, body: { database: 'unavailable', redis: 'ok' } })
    expect(answer.took).toBeLessThan(1_500)
    expect((await ask('/healthz')).took).toBeLessThan(200)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  expect(await readyWithin(8_000)).toBe(true)
})

test('a killed Redis is named, and after its restart all is well again', async () => {
  process.kill(redisServer?.pid ?? 0, 'SIGKILL')
  await redisServer?.exited
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: { database: 'ok', redis: 'unavailable' } })
  redisServer = await startRedis(dir, { durable: false })
  expect(await readyWithin(5_000)).toBe(true)
})
