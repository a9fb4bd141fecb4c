import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { editorBundles } from '../../src/lib/views/editor-bundle.ts'
import { startPrivateServers } from '../../src/private-servers/private-servers.ts'

/**
 * A real MariaDB and Redis for the whole run, thrown away after it. DATABASE_URL and REDIS_URL of the environment (never of
 * `.env`, which is the site's) bring one's own instead.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env
  const dir = mkdtempSync(join(tmpdir(), 'madang-test-'))
  // So that the servers may run under their own accounts, as they do in a site.
  chmodSync(dir, 0o711)
  // Once, before several workers would make it.
  editorBundles(join(import.meta.dirname, '../..'))
  const servers = await startPrivateServers(dir, { durable: false, mariadb: !databaseUrl, redis: !redisUrl })
  project.provide('databaseUrl', databaseUrl || String(servers.databaseUrl))
  project.provide('redisUrl', redisUrl || String(servers.redisUrl))
  return async () => {
    await servers.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
