import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { vi } from 'vitest'
import { type ContentStamp, createContentStamp } from '../../../src/lib/cache/content-stamp.ts'
import { createLog } from '../../../src/lib/log.ts'
import type { Redis } from '../../../src/lib/redis/redis.ts'

/** One of two processes over one database and one Redis: its own stamp, and the last change that it must know of. */
export interface Process {
  stamp: ContentStamp
  knows: number
}

export interface World {
  processes: [Process, Process]
  now(): number
  /** Up to so many milliseconds, by chance; often none at all. */
  pause(atMost: number): Promise<void>
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** Number of the last change that is committed. */
  database: { version: number }
  /** Commits a change and, a moment later, acknowledges it in this process. */
  write(process: Process): Promise<void>
  /** The last change that a reader who asks there now must be shown. */
  expected(process: Process): number
  /** Redis is out of reach for a while. */
  cutRedis(): Promise<void>
  /** Runs everything to its end, in the order of a time that passes only here. */
  run(work: Promise<unknown>[]): Promise<void>
}

/** What a message may take beyond the second after which one that is lost is made up for. */
const HOP_MS = 40
const LOST_MS = 1_000 + 2 * HOP_MS

/** Everything that happens in it hangs on the seed: an order that broke something comes back. */
export function createWorld(seed: number): World {
  const random = randomOf(seed)
  const timeline = createTimeline()
  const redis = createRedis(random, timeline)
  const database = { version: 0 }
  const acknowledged: { version: number; at: number }[] = []
  const processes = [0, 1].map((): Process => {
    const line = redis.connect((message) => {
      if (message.from !== process) process.knows = Math.max(process.knows, message.version)
    })
    const stamp = createContentStamp(line.redis, line.subscriber, createLog('silent', 'test'))
    const process: Process = { stamp, knows: 0 }
    line.owner = process
    return process
  }) as [Process, Process]
  const pause = (atMost: number) => timeline.after(random() < 0.3 ? 0 : random() * atMost)
  return {
    processes,
    database,
    pause,
    now: timeline.now,
    chance: (share) => random() < share,
    pick: (items) => items[Math.floor(random() * items.length)] as (typeof items)[number],
    async write(process) {
      const version = ++database.version
      await pause(30)
      process.stamp.move()
      process.knows = Math.max(process.knows, version)
      acknowledged.push({ version, at: timeline.now() })
    },
    expected(process) {
      const old = acknowledged.filter(({ at }) => at < timeline.now() - LOST_MS).map(({ version }) => version)
      return Math.max(process.knows, ...old, 0)
    },
    async cutRedis() {
      redis.cut()
      // What was under way fails before the line stands again.
      await timeline.after(2 * HOP_MS)
      await pause(1_500)
      redis.mend()
    },
    run: timeline.run,
  }
}

/** Six, each of whom looks so many times, some in a hurry. */
export const readersOf = (world: World, looks: number, read: () => Promise<void>): Promise<void>[] =>
  Array.from({ length: 6 }, async () => {
    for (let times = 0; times < looks; times += 1) {
      await world.pause(world.chance(0.5) ? 20 : 900)
      await read()
    }
  })

/** Three, in whatever processes; now and then they write at the same moment. */
export function writersOf(world: World): Promise<void>[] {
  const together = world.chance(0.3)
  return Array.from({ length: 3 }, async () => {
    await world.pause(together ? 20 : 1_500)
    await world.write(world.pick(world.processes))
  })
}

function createTimeline() {
  let now = 1_000_000
  let order = 0
  const events: { at: number; order: number; go: () => void }[] = []
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const at = (time: number) =>
    new Promise<void>((go) => {
      events.push({ at: Math.max(time, now), order: order++, go })
    })
  return {
    at,
    now: () => now,
    after: (milliseconds: number) => at(now + milliseconds),
    async run(work: Promise<unknown>[]) {
      let running = true
      const end = Promise.all(work).finally(() => {
        running = false
      })
      end.catch(() => {})
      while (running) {
        await turn()
        events.sort((one, other) => one.at - other.at || one.order - other.order)
        const next = events.shift()
        now = next?.at ?? now
        next?.go()
      }
      await end
    },
  }
}

type Timeline = ReturnType<typeof createTimeline>

interface Message {
  from: Process
  version: number
}

/** Answers in the order in which it was asked on a line; of what it was told to pass on, some comes late and some never. */
function createRedis(random: () => number, timeline: Timeline) {
  const lines: { redis: EventEmitter & { isReady: boolean }; subscriber: EventEmitter & { isReady: boolean }; owner: Process | null }[] = []
  const listeners: { hear: (text: string) => void; told: (message: Message) => void }[] = []
  let number = 0
  let cuts = 0
  const asked = async <T>(line: { last: number; isReady: boolean }, work: () => T): Promise<T> => {
    const before = cuts
    if (!line.isReady) throw new Error('away')
    const there = Math.max(line.last, timeline.now() + (random() * HOP_MS) / 2)
    const back = there + (random() * HOP_MS) / 2
    line.last = back
    await timeline.at(there)
    const answer = work()
    await timeline.at(back)
    if (cuts !== before) throw new Error('the line broke')
    return answer
  }
  const deliver = async (text: string, message: Message) => {
    if (random() < 0.3) return
    await timeline.after(random() < 0.7 ? random() * 10 : random() * 1_500)
    const before = cuts
    for (const { hear, told } of listeners) {
      if (cuts !== before || !lines[0]?.subscriber.isReady) return
      hear(text)
      told(message)
    }
  }
  return {
    connect(told: (message: Message) => void) {
      const redis = Object.assign(new EventEmitter(), { isReady: true, last: 0, options: { database: 0 } })
      const subscriber = Object.assign(new EventEmitter(), {
        isReady: true,
        subscribe: async (_channel: string, hear: (text: string) => void) => void listeners.push({ hear, told }),
      })
      const line = { redis, subscriber, owner: null as Process | null }
      lines.push(line)
      const commands = {
        get: () => asked(redis, () => String(number)),
        incr: () => asked(redis, () => ++number),
        publish: (_channel: string, text: string) => {
          const message = { from: line.owner as Process, version: (line.owner as Process).knows }
          return asked(redis, () => void deliver(text, message))
        },
      }
      return Object.assign(line, { redis: Object.assign(redis, commands) as unknown as Redis, subscriber: subscriber as unknown as Redis })
    },
    cut() {
      cuts += 1
      for (const { redis, subscriber } of lines) redis.isReady = subscriber.isReady = false
    },
    mend() {
      for (const { redis, subscriber } of lines) {
        redis.isReady = subscriber.isReady = true
        redis.emit('ready')
        subscriber.emit('ready')
      }
    },
  }
}

/** mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
