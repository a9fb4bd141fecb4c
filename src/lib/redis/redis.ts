import { createClient, type RedisClientType } from 'redis'
import { redisAddress } from '../../config/addresses.ts'
import type { Logger } from '../log.ts'

export type Redis = RedisClientType

/** Redis may never hang a page: no queue while it is away, and an answer within this time or an error. */
const COMMAND_TIMEOUT_MS = 500

/** Starts connecting and keeps at it; the site listens meanwhile. `patient`: for work that nobody waits for, which goes on when Redis is back. */
export function openRedis(url: string, log: Logger, { patient = false } = {}): Redis {
  const address = redisAddress(url)
  const client = createClient({
    ...address,
    socket: {
      ...('socket' in address ? address.socket : {}),
      connectTimeout: 1_000,
      reconnectStrategy: (retries: number) => Math.min(50 * 2 ** Math.min(retries, 5), 1_000),
    },
    ...databaseNumber(url),
    ...(patient ? {} : { disableOfflineQueue: true, commandOptions: { timeout: COMMAND_TIMEOUT_MS } }),
  } as Parameters<typeof createClient>[0]) as RedisClientType
  let lastMessage = ''
  client.on('error', (error: Error) => {
    // One line per trouble, not one per attempt.
    if (error.message !== lastMessage) log.warn({ err: error }, 'redis')
    lastMessage = error.message
  })
  client.on('ready', () => {
    lastMessage = ''
  })
  void client.connect().catch(() => {
    // The client reports through 'error' and tries again by itself.
  })
  return client
}

/** What was asked last still gets its answer, within the time that each has. */
export async function closeRedis(redis: Redis): Promise<void> {
  if (redis.isReady) await redis.close().catch(() => {})
  if (redis.isOpen) redis.destroy()
}

/** Messages know no numbered databases: two sites on one Redis would listen to each other. */
export const channelOf = (redis: Redis, name: string): string => `madang:${redis.options?.database ?? 0}:${name}`

const unavailableNames = new Set([
  'ClientOfflineError',
  'SocketClosedUnexpectedlyError',
  'ConnectionTimeoutError',
  'TimeoutError',
  'ClientClosedError',
  'DisconnectsClientError',
  'SocketTimeoutError',
  'AbortError',
  'CommandTimeoutDuringMaintenanceError',
])

export function isRedisUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return unavailableNames.has(error.constructor.name) || /^(LOADING|OOM|READONLY|MISCONF)\b/.test(error.message)
}

/** `redis://host/3` says it by itself; a socket address says `?db=3`. */
function databaseNumber(url: string): { database?: number } {
  const { protocol, searchParams } = new URL(url)
  return protocol === 'unix:' && searchParams.has('db') ? { database: Number(searchParams.get('db')) } : {}
}
