import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLog } from '../../../src/lib/log.ts'
import { runJobs } from '../../../src/lib/queue/run-jobs.ts'
import { startPrivateServers } from '../../../src/private-servers/private-servers.ts'

test('jobs go on when Redis comes back, also when it has forgotten everything', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'madang-redis-'))
  await chmod(dir, 0o711)
  const startRedis = () => startPrivateServers(dir, { durable: false, mariadb: false, redis: true })
  let servers = await startRedis()
  let runs = 0
  const run = async () => {
    runs += 1
  }
  const job = { name: 'tick', when: { every: 200 }, run }
  const jobs = runJobs({ redisUrl: String(servers.redisUrl), log: createLog('silent', 'test'), zone: async () => 'Asia/Seoul' }, [job])
  const more = async () => {
    const before = runs
    for (let tries = 0; tries < 100 && runs < before + 3; tries += 1) await sleep(100)
    return runs - before
  }
  try {
    expect(await more()).toBeGreaterThanOrEqual(3)
    await servers.stop()
    await sleep(500)
    servers = await startRedis()
    expect(await more()).toBeGreaterThanOrEqual(3)
  } finally {
    await jobs.close()
    await servers.stop()
    await rm(dir, { recursive: true, force: true })
  }
})
