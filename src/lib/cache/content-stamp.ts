import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import { channelOf, type Redis } from '../redis/redis.ts'
import { shareAnswer } from './share-answer.ts'

/** A number that moves with every change of what pages show, whoever made it and in whatever process. */
export interface ContentStamp {
  current(): number
  /** False when a change in another process could have gone unheard for a second: Redis is away. */
  heard(): Promise<boolean>
  /** Call when others can see the change: moves the stamp here at once, and everywhere else within a network hop. */
  move(): void
  /** The same for what other processes learn by themselves. */
  moveHere(): void
  /** When what was moved so far has been told: whoever ends a process waits for it. */
  told(): Promise<void>
  /** `listener` is called at each move. */
  onMove(listener: () => void): void
}

const KEY = 'content:stamp'
/** Messages can get lost on a line that broke unnoticed: so the number itself is asked for, this often, while pages are read. */
const ASK_MS = 250
const HEARD_MS = 1_000
/** A page doesn't wait longer than this to learn whether it is still the same. */
const PATIENCE_MS = 100

export function createContentStamp(redis: Redis, subscriber: Redis, log: Logger): ContentStamp {
  const me = randomUUID()
  const channel = channelOf(redis, 'content')
  const listeners: (() => void)[] = []
  let here = 0
  /** The number in Redis, as last seen. */
  let shared = 0
  let heardAt = -Infinity
  let telling: Promise<void> | null = null
  let untold = false

  const moveHere = () => {
    here += 1
    for (const listener of listeners) listener()
  }
  const hear = (message: string) => {
    const [from, number] = message.split(' ')
    if (from === me) return
    shared = Math.max(shared, Number(number))
    moveHere()
  }
  const ask = shareAnswer(async () => {
    const startedAt = performance.now()
    const number = Number((await redis.get(KEY)) ?? 0)
    // Our own change is on its way: the number that it gives is told by `tell`.
    if (number !== shared && !telling) {
      shared = number
      moveHere()
    }
    heardAt = startedAt
  })
  /** One at a time: what changes meanwhile is told with the next number. */
  const tell = () => {
    untold = true
    if (telling || !redis.isReady) return
    telling = tellAll().finally(() => {
      telling = null
    })
  }
  const tellAll = async () => {
    try {
      while (untold) {
        untold = false
        const number = await redis.incr(KEY)
        if (number !== shared + 1) moveHere()
        shared = number
        await redis.publish(channel, `${me} ${number}`)
      }
    } catch (error) {
      untold = true
      log.warn({ err: error }, 'other processes learn of a change late')
    }
  }
  const listen = () => void subscriber.subscribe(channel, hear).catch((error: unknown) => log.warn({ err: error }, 'changes are not told'))
  // What was said while the line was cut is unknown.
  subscriber.on('ready', moveHere)
  subscriber.once('ready', listen)
  if (subscriber.isReady) listen()
  redis.on('ready', () => {
    if (untold) tell()
  })

  return {
    current: () => here,
    async heard() {
      const age = performance.now() - heardAt
      if (age > ASK_MS) {
        const answered = ask().catch((error: unknown) => log.debug({ err: error }, 'the content stamp is not known'))
        if (age > HEARD_MS) await Promise.race([answered, sleep(PATIENCE_MS, undefined, { ref: false })])
      }
      return subscriber.isReady && performance.now() - heardAt < HEARD_MS
    },
    move() {
      moveHere()
      tell()
    },
    moveHere,
    told: async () => void (await telling),
    onMove: (listener) => void listeners.push(listener),
  }
}
