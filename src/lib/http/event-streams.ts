import type { ServerResponse } from 'node:http'

/** Answers that go on: each tells its browser of the topics that it watches, as server-sent events. */
export interface EventStreams {
  /** @returns false where there are too many, of this address or of all; then nothing was sent */
  open(res: ServerResponse, wish: { address: string; topics: readonly string[] }): boolean
  /** To those who watch it. At once, and then no more often than every half a second: what comes meanwhile is told once. */
  tell(topic: string): void
  /** In a few seconds, once for all that comes meanwhile. */
  tellLater(topic: string): void
  /** To one alone. */
  tellOne(res: ServerResponse, topic: string): void
  tellAll(): void
  readonly size: number
  close(): void
}

export interface StreamLimits {
  /** In this process. */
  most: number
  /** An office or a mobile carrier has many readers behind one address. */
  mostOfAddress: number
  heartbeatMs: number
}

const usual: StreamLimits = { most: 4_000, mostOfAddress: 100, heartbeatMs: 25_000 }
const TOLD_EACH_MS = 500
const LATER_MS = 5_000
/** Who takes nothing of it is gone: what would wait for them is not kept. */
const MOST_UNREAD_BYTES = 16 * 1024
/** All whom a restart sent away do not come back in one moment. */
const RETRY = { least: 1_000, step: 370, steps: 11 }

const STREAM_TYPE = 'text/event-stream'
const headers = {
  'Content-Type': STREAM_TYPE,
  'Cache-Control': 'no-store, no-transform',
  // nginx would gather events until its buffer is full.
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
}

/** Such an answer has no end of its own: a server that stops ends it, and its browser comes back to the next one. */
export const isEventStream = (res: ServerResponse): boolean => res.getHeader('Content-Type') === STREAM_TYPE

/** @param worded what is sent of a topic that changed, to how many */
export function createEventStreams(
  worded: (topic: string, listeners: number) => { event: string; data: string },
  { most, mostOfAddress, heartbeatMs }: StreamLimits = usual,
): EventStreams {
  const all = new Set<ServerResponse>()
  const byTopic = new Map<string, Set<ServerResponse>>()
  const byAddress = new Map<string, number>()
  /** Topics that were told a moment ago, and whether there is more to tell. */
  const justTold = new Map<string, { more: boolean }>()
  let opened = 0

  const send = (res: ServerResponse, text: string) => {
    if (res.destroyed || res.writableEnded) return
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy()
    else res.write(text)
  }
  const textOf = (topic: string) => {
    const { event, data } = worded(topic, byTopic.get(topic)?.size ?? 0)
    return `event: ${event}\ndata: ${data}\n\n`
  }
  const tellNow = (topic: string) => {
    const text = textOf(topic)
    for (const res of byTopic.get(topic) ?? []) send(res, text)
    const told = { more: false }
    justTold.set(topic, told)
    setTimeout(() => {
      justTold.delete(topic)
      if (told.more) tellNow(topic)
    }, TOLD_EACH_MS).unref()
  }
  const tell = (topic: string) => {
    const told = justTold.get(topic)
    if (told) told.more = true
    else if (byTopic.has(topic)) tellNow(topic)
  }
  const leave = (res: ServerResponse, address: string, topics: readonly string[]) => {
    all.delete(res)
    const left = (byAddress.get(address) ?? 0) - 1
    if (left > 0) byAddress.set(address, left)
    else byAddress.delete(address)
    for (const topic of topics) {
      const listeners = byTopic.get(topic)
      listeners?.delete(res)
      if (listeners?.size === 0) byTopic.delete(topic)
    }
  }
  const beating = setInterval(() => {
    for (const res of all) send(res, ':\n\n')
  }, heartbeatMs).unref()

  return {
    open(res, { address, topics }) {
      const ofAddress = byAddress.get(address) ?? 0
      if (all.size >= most || ofAddress >= mostOfAddress) return false
      all.add(res)
      byAddress.set(address, ofAddress + 1)
      for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(res))
      res.once('close', () => leave(res, address, topics))
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
      opened += 1
      res.write(`retry: ${RETRY.least + (opened % RETRY.steps) * RETRY.step}\n\n`)
      return true
    },
    tell,
    tellLater: onceLater(tell),
    tellOne: (res, topic) => send(res, textOf(topic)),
    tellAll() {
      for (const topic of byTopic.keys()) tell(topic)
    },
    get size() {
      return all.size
    },
    close() {
      clearInterval(beating)
      for (const res of all) res.end()
    },
  }
}

function onceLater(tell: (topic: string) => void): (topic: string) => void {
  const waiting = new Set<string>()
  return (topic) => {
    if (waiting.has(topic)) return
    waiting.add(topic)
    setTimeout(() => {
      waiting.delete(topic)
      tell(topic)
    }, LATER_MS).unref()
  }
}
