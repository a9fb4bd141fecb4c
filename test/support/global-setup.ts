import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPrivateServers } from '../../src/private-servers/private-servers.ts'

/** The run's own MariaDB and Redis, or the servers that DATABASE_URL and REDIS_URL name (`npm run test:mysql`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databaseUrl = process.env['DATABASE_URL'] || null
  const redisUrl = process.env['REDIS_URL'] || null
  const dir = await mkdtemp(join(tmpdir(), 'madang-servers-'))
  const servers = await startPrivateServers(dir, { durable: false, mariadb: databaseUrl === null, redis: redisUrl === null })
  project.provide('databaseUrl', databaseUrl ?? servers.databaseUrl ?? '')
  project.provide('redisUrl', redisUrl ?? servers.redisUrl ?? '')
  return async () => {
    await servers.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
