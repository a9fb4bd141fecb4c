import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { isAlive } from '../../src/lib/process/process-identity.ts'
import { endProcess } from '../../src/lib/process/running-process.ts'
import { mariadbUrl, startMariadb } from '../../src/private-servers/mariadb.ts'
import { startPrivateServers } from '../../src/private-servers/private-servers.ts'
import { redisUrl, startRedis } from '../../src/private-servers/redis.ts'

const durable = { durable: true }
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'madang-servers-'))
  chmodSync(dir, 0o711)
})
afterEach(async () => {
  for (const name of ['mysql', 'redis']) await endServer(name)
  rmSync(dir, { recursive: true, force: true })
})

const pidOf = (name: string, varDir = dir) => Number(readFileSync(join(varDir, `run/${name}.pid`), 'utf8'))

async function endServer(name: string): Promise<void> {
  try {
    await endProcess(pidOf(name), 20_000)
  } catch {
    // This test started none.
  }
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const db = openDatabase(url, { poolSize: 1 })
  try {
    const [rows] = (await db.raw(sql)) as [Record<string, unknown>[]]
    return rows
  } finally {
    await db.destroy()
  }
}

const redisCli = (...args: string[]) =>
  execFileSync('redis-cli', ['-s', join(dir, 'redis/server.sock'), ...args], { encoding: 'utf8', timeout: 5_000 }).trim()

test('the database allows as many connections as the site may open, and never few', async () => {
  const allowed = async (connections: number) => {
    const mariadb = await startMariadb(dir, { durable: false, connections })
    const [row] = await ask(mariadbUrl(dir), 'SELECT @@max_connections AS allowed')
    await mariadb.stop()
    return Number(row?.['allowed'])
  }
  expect([await allowed(330), await allowed(40)]).toEqual([330, 120])
})

test('both answer over sockets that only their own account enters, and on no port', async () => {
  const servers = await startPrivateServers(dir, durable)
  expect(servers).toMatchObject({ databaseUrl: mariadbUrl(dir), redisUrl: redisUrl(dir) })
  const [row] = await ask(
    mariadbUrl(dir),
    'SELECT @@collation_database AS collation, @@skip_networking AS closed, @@innodb_flush_log_at_trx_commit AS flush, @@tmpdir AS tmp',
  )
  expect(row).toEqual({ collation: 'utf8mb4_unicode_520_ci', closed: 1, flush: 1, tmp: join(dir, 'mysql/tmp') })
  expect(redisCli('config', 'get', 'port')).toBe('port\n0')
  expect(redisCli('config', 'get', 'appendonly')).toBe('appendonly\nyes')
  for (const name of ['mysql', 'redis']) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o700)
  await servers.stop()
  expect([isAlive(pidOf('mysql')), isAlive(pidOf('redis'))]).toEqual([false, false])
})

test('what was committed before a kill -9 is there after the next start', async () => {
  await Promise.all([startMariadb(dir, durable), startRedis(dir, durable)])
  await ask(mariadbUrl(dir), 'CREATE TABLE kept (n INT PRIMARY KEY)')
  await ask(mariadbUrl(dir), 'INSERT INTO kept VALUES (7)')
  redisCli('set', 'kept', 'seven')
  for (const name of ['mysql', 'redis']) process.kill(pidOf(name), 'SIGKILL')
  const servers = await startPrivateServers(dir, durable)
  expect(await ask(mariadbUrl(dir), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  expect(redisCli('get', 'kept')).toBe('seven')
  await servers.stop()
})

test('servers that outlived their supervisor are taken over, and can be stopped', async () => {
  await Promise.all([startMariadb(dir, durable), startRedis(dir, durable)])
  const before = [pidOf('mysql'), pidOf('redis')]
  const servers = await startPrivateServers(dir, durable)
  expect([pidOf('mysql'), pidOf('redis')]).toEqual(before)
  await servers.stop()
  expect(before.map(isAlive)).toEqual([false, false])
})

test('a stale process id that now belongs to somebody else is left alone', async () => {
  mkdirSync(join(dir, 'run'))
  writeFileSync(join(dir, 'run/redis.pid'), String(process.ppid))
  const redis = await startRedis(dir, durable)
  expect(isAlive(process.ppid)).toBe(true)
  expect(redisCli('ping')).toBe('PONG')
  await redis.stop()
})

test('an installation that was killed half way is begun anew', async () => {
  mkdirSync(join(dir, 'mysql/data.new/mysql'), { recursive: true })
  const mariadb = await startMariadb(dir, durable)
  expect(await ask(mariadbUrl(dir), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  await mariadb.stop()
})

test('a VAR_DIR too deep for the name of a socket works, and so does one that other accounts may not enter', async () => {
  const deep = join(dir, 'd'.repeat(60), 'e'.repeat(60))
  mkdirSync(deep, { recursive: true, mode: 0o700 })
  const servers = await startPrivateServers(deep, durable)
  const socket = new URL(mariadbUrl(deep)).searchParams.get('socketPath') ?? ''
  expect(socket.length).toBeLessThan(104)
  expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700)
  expect(await ask(mariadbUrl(deep), 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  await servers.stop()
  for (const url of [socket, decodeURIComponent(new URL(redisUrl(deep)).pathname)]) rmSync(dirname(url), { recursive: true })
})

test('a server that cannot start is named with the end of its log', async () => {
  mkdirSync(join(dir, 'mysql/data'), { recursive: true })
  await expect(startMariadb(dir, durable)).rejects.toThrow(/MariaDB did not start.*mariadb\.log ends with/s)
})
