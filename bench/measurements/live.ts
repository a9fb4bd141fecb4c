import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAgent } from '../../test/support/agent.ts'
import type { Bench } from '../bench.types.ts'
import type { Finding } from '../findings.ts'
import { percentile } from '../open-loop.ts'
import { addressOf, type BenchMember, membersOf, post } from '../readers.ts'

const WRITER = 240
const FIRST_ADDRESS = 200_000
const PATH = '/free/1'
const SETTLES_MS = 3_000
/** Longer than what a stream waits between two tellings of one post. */
const BETWEEN_MS = 700
const GIVEN_UP_MS = 5_000

interface Reader {
  socket: Socket
  toldAt: number | null
}

interface Watched {
  /** Of the stream. */
  address: string
  since: string
  last: number
  /** Milliseconds for each who hears, within which a browser asks what is new. */
  pace: number
}

/** Readers who all have the same post open, each with a stream; then comments on it: when each reader's end of the line has heard, and when it has what is new. */
export async function measureLive(bench: Bench): Promise<Finding[]> {
  const { site, quick } = bench
  const count = quick ? 200 : 2_000
  const [writer] = await membersOf(site.url, 1, WRITER)
  if (!writer) throw new Error('nobody to write')
  const { address } = await watchedNow(site.url)
  const before = webMb(bench)
  const readers: Reader[] = []
  try {
    for (let number = 0; number < count; number += 1) readers.push(await open(site.url, address, addressOf(FIRST_ADDRESS + number)))
    await sleep(SETTLES_MS)
    const grown = webMb(bench) - before
    const heard = await timesOf(quick ? 3 : 40, () => untilAllHeard(site.url, writer, readers))
    const had = await timesOf(quick ? 1 : 10, () => untilAllHave(site.url, writer, readers))
    const goal = (atMost: number) => (quick ? {} : { goal: { atMost } })
    const from = 'from the sending of the comment, its COMMIT included'
    const noteOf = (times: readonly number[]) => `median ${percentile(times, 0.5).toFixed(0)} ms; ${from}`
    return [
      { name: `web process with ${count.toLocaleString('en')} open streams, more`, figure: grown, unit: 'MB', ...goal(150) },
      { name: 'a comment told to all of them, p99', figure: percentile(heard, 0.99), unit: 'ms', ...goal(1_000), note: noteOf(heard) },
      { name: 'and what is new in the hands of each, p99', figure: percentile(had, 0.99), unit: 'ms', note: noteOf(had) },
    ]
  } finally {
    for (const { socket } of readers) socket.destroy()
  }
}

async function timesOf(rounds: number, round: () => Promise<number[]>): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < rounds; number += 1) {
    times.push(...(await round()))
    await sleep(BETWEEN_MS)
  }
  return times
}

async function untilAllHeard(url: string, writer: BenchMember, readers: readonly Reader[]): Promise<number[]> {
  for (const reader of readers) reader.toldAt = null
  const sent = performance.now()
  await write(url, post(`${PATH}/comments`, writer, { body: `소식 ${sent}` }))
  while (readers.some(({ toldAt }) => toldAt === null)) {
    if (performance.now() > sent + GIVEN_UP_MS) throw new Error('a comment went unheard')
    await sleep(2)
  }
  return readers.map(({ toldAt }) => (toldAt ?? Number.NaN) - sent)
}

/** Guests: their answer is one and the same. */
async function untilAllHave(url: string, writer: BenchMember, readers: readonly Reader[]): Promise<number[]> {
  const { since, last, pace } = await watchedNow(url)
  const sent = performance.now()
  const heard = await untilAllHeard(url, writer, readers)
  const askedFor = heard.map(async () => {
    await sleep(Math.random() * readers.length * pace)
    const answer = await fetch(`${url}${since}?after=${last}`)
    if (!(await answer.text()).includes('소식')) throw new Error(`no news: ${answer.status}`)
    return performance.now() - sent
  })
  return Promise.all(askedFor)
}

async function watchedNow(url: string): Promise<Watched> {
  const data = (await createAgent(url).get(PATH)).root.querySelector('.talk__live')?.attributes ?? {}
  return {
    address: `/live?on=${data['data-key']}:${data['data-last']}`,
    since: String(data['data-path']),
    last: Number(data['data-last']),
    pace: Number(data['data-pace']),
  }
}

async function open(url: string, path: string, address: string): Promise<Reader> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  const reader: Reader = { socket, toldAt: null }
  socket.on('error', () => {})
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('data', (head) => (head.includes('200 OK') ? resolve() : reject(new Error(`no stream: ${head}`))))
    socket.once('close', () => reject(new Error('the line was cut')))
  })
  socket.on('data', (chunk) => {
    if (chunk.includes('event: changed')) reader.toldAt ??= performance.now()
  })
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\nSec-Fetch-Site: same-origin\r\nX-Forwarded-For: ${address}\r\n\r\n`,
  )
  await opened
  return reader
}

async function write(url: string, { path = '/', method = 'POST', headers = {}, body }: ReturnType<typeof post>): Promise<void> {
  const answer = await fetch(url + path, { method, headers: headers as Record<string, string>, body: String(body), redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
}

const webMb = ({ site }: Bench): number =>
  site.pids().web.reduce((sum, pid) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024, 0)
