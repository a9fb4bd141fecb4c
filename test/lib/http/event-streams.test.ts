import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEventStreams, type EventStreams } from '../../../src/lib/http/event-streams.ts'
import { type OpenStream, openStream } from '../../support/event-stream.ts'

let streams: EventStreams
let server: Server
let data = 'etwas'
const opened: OpenStream[] = []

beforeEach(async () => {
  data = 'etwas'
  streams = createEventStreams((topic, listeners) => ({ event: 'changed', data: `${topic} ${listeners} ${data}` }), {
    most: 5,
    mostOfAddress: 3,
    heartbeatMs: 100,
  })
  server = createServer((req, res) => {
    const topics = new URL(req.url ?? '', 'http://a').searchParams.getAll('on')
    if (!streams.open(res, { address: String(req.headers['x-from'] ?? 'a'), topics })) res.writeHead(429).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterEach(() => {
  for (const stream of opened.splice(0)) stream.close()
  streams.close()
  server.closeAllConnections()
  server.close()
})

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
async function open(path: string, from = 'a') {
  const stream = await openStream(url(), path, { 'x-from': from })
  opened.push(stream)
  return stream
}

test('each hears of its topics alone, and how many hear of them', async () => {
  const [one, two] = [await open('/?on=1'), await open('/?on=2&on=1')]
  streams.tell('2')
  streams.tell('1')
  await expect.poll(() => two.told()).toEqual(['2 1 etwas', '1 2 etwas'])
  expect(one.told()).toEqual(['1 2 etwas'])
})

test('between events a line is sent now and then, so that nobody on the way takes the stream for dead', async () => {
  const stream = await open('/?on=1')
  await expect.poll(() => stream.text().split(':\n\n').length).toBeGreaterThan(3)
  expect(stream.told()).toEqual([])
})

test('there are no more than so many of one address, and no more than so many of all', async () => {
  const statuses = async (count: number, from: string) =>
    (await Promise.all(Array.from({ length: count }, () => open('/?on=1', from)))).map(({ status }) => status).sort()
  expect(await statuses(4, 'a')).toEqual([200, 200, 200, 429])
  expect(await statuses(3, 'b')).toEqual([200, 200, 429])
  for (const stream of opened) stream.close()
  await expect.poll(() => streams.size).toBe(0)
  expect(await statuses(1, 'a')).toEqual([200])
})

test('who takes nothing of it is sent away before much waits for them', async () => {
  data = 'x'.repeat(3_000_000)
  const socket = connect(Number(new URL(url()).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.pause().write('GET /?on=1 HTTP/1.1\r\nHost: a\r\n\r\n')
  await expect.poll(() => streams.size).toBe(1)
  for (let time = 0; time < 12 && streams.size > 0; time += 1) {
    streams.tell('1')
    await sleep(520)
  }
  expect(streams.size).toBe(0)
  socket.destroy()
})
