import { mariadbUrl, startMariadb } from './mariadb.ts'
import { redisUrl, startRedis } from './redis.ts'

export interface PrivateServers {
  /** null where that server was not asked for. */
  databaseUrl: string | null
  redisUrl: string | null
  /** Last of all, and cleanly. */
  stop(): Promise<void>
}

export interface PrivateServersOptions {
  durable: boolean
  mariadb?: boolean
  redis?: boolean
}

export async function startPrivateServers(
  dir: string,
  { durable, mariadb = true, redis = true }: PrivateServersOptions,
): Promise<PrivateServers> {
  const starting = [mariadb && startMariadb(dir, { durable }), redis && startRedis(dir, { durable })].filter((one) => one !== false)
  const started = await Promise.allSettled(starting)
  const stop = async () => {
    await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)))
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  return { databaseUrl: mariadb ? mariadbUrl(dir) : null, redisUrl: redis ? redisUrl(dir) : null, stop }
}
