import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAgent } from '../../test/support/agent.ts'
import type { Bench } from '../bench.types.ts'
import type { Finding } from '../findings.ts'
import { percentile } from '../open-loop.ts'
import { addressOf, membersOf, post } from '../readers.ts'

const WRITER = 240
const FIRST_ADDRESS = 200_000
const SETTLES_MS = 3_000
/** Longer than what a stream waits between two tellings of one post. */
const BETWEEN_MS = 700
const GIVEN_UP_MS = 5_000

interface Reader {
  socket: Socket
  toldAt: number[]
}

/** Readers who all have the same post open, each with a stream; then comments on it, and when each reader's end of the line has heard of them. */
export async function measureLive(bench: Bench): Promise<Finding[]> {
  const { site, quick } = bench
  const count = quick ? 200 : 2_000
  const [writer] = await membersOf(site.url, 1, WRITER)
  if (!writer) throw new Error('nobody to write')
  const path = '/free/1'
  const section = (await createAgent(site.url).get(path)).root.querySelector('.talk__live')
  const watched = `/live?on=${section?.getAttribute('data-key')}:${section?.getAttribute('data-last')}`
  const before = webMb(bench)
  const readers: Reader[] = []
  try {
    for (let number = 0; number < count; number += 1) {
      readers.push(await open(site.url, watched, addressOf(FIRST_ADDRESS + number)))
    }
    await sleep(SETTLES_MS)
    const grown = webMb(bench) - before
    const times: number[] = []
    let unheard = 0
    for (let round = 0; round < (quick ? 3 : 40); round += 1) {
      const sent = performance.now()
      for (const reader of readers) reader.toldAt.length = 0
      await write(site.url, post(`${path}/comments`, writer, { body: `소식 ${round} ${sent}` }))
      while (readers.some(({ toldAt }) => toldAt.length === 0) && performance.now() < sent + GIVEN_UP_MS) await sleep(5)
      for (const { toldAt } of readers) {
        if (toldAt[0] === undefined) unheard += 1
        else times.push(toldAt[0] - sent)
      }
      await sleep(BETWEEN_MS)
    }
    const goal = (atMost: number) => (quick ? {} : { goal: { atMost } })
    const note = `median ${percentile(times, 0.5).toFixed(0)} ms; from the sending of the comment, its COMMIT included`
    return [
      { name: `web process with ${count.toLocaleString('en')} open streams, more`, figure: grown, unit: 'MB', ...goal(150) },
      {
        name: 'a comment on the lines of all of them, p99',
        figure: percentile(times, 0.99),
        unit: 'ms',
        ...goal(1_000),
        note,
        failures: unheard,
      },
    ]
  } finally {
    for (const { socket } of readers) socket.destroy()
  }
}

async function open(url: string, path: string, address: string): Promise<Reader> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  const reader: Reader = { socket, toldAt: [] }
  socket.on('error', () => {})
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('data', (head) => (head.includes('200 OK') ? resolve() : reject(new Error(`no stream: ${head}`))))
    socket.once('close', () => reject(new Error('the line was cut')))
  })
  socket.on('data', (chunk) => {
    if (chunk.includes('event: changed')) reader.toldAt.push(performance.now())
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
