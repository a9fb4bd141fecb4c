import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config/config.ts'
import { readConfigOrExit } from '../config/read-or-exit.ts'
import { lockFolder } from '../lib/process/folder-lock.ts'
import { mariadbUrl } from '../private-servers/mariadb.ts'
import { startPrivateServers } from '../private-servers/private-servers.ts'
import { redisUrl } from '../private-servers/redis.ts'

export type ServedConfig = Config & { databaseUrl: string; redisUrl: string }

/** With the configured servers; else with those of the running site; else with private ones for as long as the work takes. */
export async function withServers(name: string, work: (config: ServedConfig) => Promise<number>): Promise<number> {
  const config = readConfigOrExit(console.error)
  const { varDir } = config
  const served = { ...config, databaseUrl: config.databaseUrl ?? mariadbUrl(varDir), redisUrl: config.redisUrl ?? redisUrl(varDir) }
  if (config.databaseUrl !== null && config.redisUrl !== null) return work(served)
  const lock = await lockUnlessSiteRuns(varDir, `madang ${name}`)
  if (lock === null) return work(served)
  try {
    const servers = await startPrivateServers(varDir, {
      durable: true,
      mariadb: config.databaseUrl === null,
      redis: config.redisUrl === null,
    })
    try {
      return await work(served)
    } finally {
      await servers.stop()
    }
  } finally {
    lock.release()
  }
}

/** null: the site runs, and so do its servers. Another command would stop them under us, so its end is waited for. */
async function lockUnlessSiteRuns(varDir: string, what: string): Promise<{ release: () => void } | null> {
  for (let told = false; ; told = true) {
    const lock = lockFolder(varDir, what)
    if (!('heldBy' in lock)) return lock
    if (lock.heldBy.what === 'the site') return null
    if (!told) console.error(`Waiting for ${lock.heldBy.what} (process ${lock.heldBy.pid}) to end …`)
    await sleep(200)
  }
}
