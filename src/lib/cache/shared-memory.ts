import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import { channelOf, type Redis } from '../redis/redis.ts'

export interface SharedMemory {
  /** The value kept under `key`, loaded once when it isn't there, however many ask at the same time. */
  get<T>(key: string, load: () => Promise<T>): Promise<T>
  /** The value kept under `key`, if there is one. */
  known<T>(key: string): Promise<T> | undefined
  /** What a feature keeps between requests in this process alone, made when it is first asked for. */
  own<T extends object>(key: string, create: () => T): T
  /** Call after COMMIT: drops the value, and those under `key:…`, here at once and in every other process within a network hop. */
  forget(key: string): Promise<void>
  close(): Promise<void>
}

/** If the news of a change got lost (Redis away), a process is wrong for no longer than this. */
const MAX_AGE_MS = 5_000
/** What was right until now serves on while the database takes longer than this, or is away: news of a change would have dropped it. */
const PATIENCE_MS = 100

interface Entry {
  value: Promise<unknown>
  loadedAt: number
}

/** `subscriber` is a connection of its own: one that listens can't do anything else. `onForget` tells whoever made something of what was known. */
export function createSharedMemory(redis: Redis, subscriber: Redis, log: Logger, onForget: () => void = () => {}): SharedMemory {
  const me = randomUUID()
  const channel = channelOf(redis, 'forget')
  const entries = new Map<string, Entry>()
  const owned = new Map<string, object>()
  const drop = (key: string) => {
    for (const each of entries.keys()) if (each === key || each.startsWith(`${key}:`)) entries.delete(each)
    onForget()
  }
  const hear = (message: string) => {
    // Our own word comes back to us; what it named was dropped before.
    if (!message.startsWith(me)) drop(message.slice(message.indexOf(' ') + 1))
  }
  const listen = () =>
    subscriber.subscribe(channel, hear).catch((error: unknown) => log.warn({ err: error }, 'shared memory is not told of changes'))
  // What was said while the line was cut is unknown: start afresh.
  subscriber.on('ready', () => entries.clear())
  subscriber.once('ready', () => void listen())
  if (subscriber.isReady) void listen()
  const known = <T>(key: string): Promise<T> | undefined => {
    const entry = entries.get(key)
    return entry && performance.now() - entry.loadedAt < MAX_AGE_MS ? (entry.value as Promise<T>) : undefined
  }
  return {
    known,
    get<T>(key: string, load: () => Promise<T>): Promise<T> {
      const kept = known<T>(key)
      if (kept !== undefined) return kept
      // A query is run again by whoever awaits it: what is kept is its one answer.
      const loading = Promise.resolve(load())
      const before = entries.get(key)
      const entry: Entry = { value: before ? inTime(loading, before.value) : loading, loadedAt: performance.now() }
      entries.set(key, entry)
      // A failure isn't kept, and a reload that was overtaken by `forget` is not put back: the entry itself is the mark.
      loading.then(
        () => {
          entry.value = loading
        },
        () => {
          if (!before && entries.get(key) === entry) entries.delete(key)
        },
      )
      return entry.value as Promise<T>
    },
    own<T extends object>(key: string, create: () => T): T {
      const kept = (owned.get(key) as T | undefined) ?? create()
      owned.set(key, kept)
      return kept
    },
    async forget(key) {
      drop(key)
      await redis
        .publish(channel, `${me} ${key}`)
        .catch((error: unknown) => log.warn({ err: error, key }, 'other processes learn of a change late'))
    },
    async close() {
      if (subscriber.isOpen) subscriber.destroy()
    },
  }
}

const inTime = (loading: Promise<unknown>, before: Promise<unknown>): Promise<unknown> =>
  Promise.race([loading, sleep(PATIENCE_MS, before, { ref: false })]).catch(() => before)
