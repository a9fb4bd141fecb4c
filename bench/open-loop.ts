import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request } from 'autocannon'

export interface OpenLoad {
  url: string
  /** Requests a second, whatever the answers do. */
  rate: number
  seconds: number
  request: () => Request
  /** Answers that come later than this after they were due are no good ones. */
  withinMs?: number
  /** Connections at most; whoever finds none waits here, not there. */
  lines?: number
}

export interface Kept {
  /** Good answers a second: below 400, and in time. */
  rate: number
  /** In milliseconds since the request was due, however late it could be sent. */
  p50: number
  p99: number
  answers: number
  bytesEach: number
  failures: number
  /** Of answers of 400 and above: how often each came. */
  statuses: Record<string, number>
}

const TICK_MS = 2
const LINES = 400
/** After the last was due. */
const PATIENCE_MS = 2_000

/** Requests that come by chance, at a rate that does not hang on how fast they are answered: as readers come. */
export async function driveOpen({ url, rate, seconds, request, withinMs = Infinity, lines = LINES }: OpenLoad): Promise<Kept> {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error(`${url} is not this machine`)
  const agent = new http.Agent({ keepAlive: true, maxSockets: lines })
  const latencies: number[] = []
  const statuses: Record<string, number> = {}
  const begun = performance.now()
  const until = begun + seconds * 1_000
  let asked = 0
  let answered = 0
  let good = 0
  let bytes = 0
  const send = async (due: number) => {
    const { status, bytes: taken } = await ask(url, agent, request()).catch(() => ({ status: 'broken', bytes: 0 }))
    answered += 1
    bytes += taken
    const latency = performance.now() - due
    latencies.push(latency)
    if (typeof status === 'number' && status < 400) good += latency <= withinMs ? 1 : 0
    else statuses[status] = (statuses[status] ?? 0) + 1
  }
  let due = begun
  while (due < until) {
    for (const now = performance.now(); due <= now && due < until; due += (-Math.log(1 - Math.random()) * 1_000) / rate) {
      asked += 1
      void send(due)
    }
    await sleep(TICK_MS)
  }
  while (answered < asked && performance.now() < until + PATIENCE_MS) await sleep(TICK_MS)
  for (let missing = asked - answered; missing > 0; missing -= 1) latencies.push(Infinity)
  const took = Math.max(performance.now() - begun, seconds * 1_000) / 1_000
  agent.destroy()
  return {
    rate: good / took,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    answers: answered,
    bytesEach: bytes / Math.max(answered, 1),
    failures: asked - good,
    statuses,
  }
}

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN

interface Answered {
  status: number | string
  bytes: number
}

/** Answers when the whole answer is here. */
export const ask = (url: string, agent: http.Agent, { method = 'GET', path = '/', headers = {}, body }: Request): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const sent = http.request(url + path, { agent, method, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, bytes })).once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
