import type { Config } from '../config/config.ts'
import { connectionsNeeded } from '../config/connections.ts'
import { mariadbUrl, startMariadb } from '../private-servers/mariadb.ts'
import { redisUrl, startRedis } from '../private-servers/redis.ts'
import { type KeptProcess, keepRunning } from './keep-running.ts'

export interface KeptServers {
  databaseUrl: string
  redisUrl: string
  stop(): Promise<void>
}

/** The configured servers; private ones, kept running, where none is configured. */
export async function keepServers(config: Config, say: (line: string) => void): Promise<KeptServers> {
  const { varDir } = config
  const keep = async (name: string, start: typeof startMariadb): Promise<KeptProcess> => {
    const startDurable = () => start(varDir, { durable: true, connections: connectionsNeeded(config) })
    return keepRunning(await startDurable(), { name, start: startDurable, say })
  }
  const starting: Promise<KeptProcess>[] = []
  if (config.databaseUrl === null) starting.push(keep('MariaDB', startMariadb))
  if (config.redisUrl === null) starting.push(keep('Redis', startRedis))
  const started = await Promise.allSettled(starting)
  const stop = async () => {
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)))
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  return { databaseUrl: config.databaseUrl ?? mariadbUrl(varDir), redisUrl: config.redisUrl ?? redisUrl(varDir), stop }
}
