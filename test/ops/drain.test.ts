import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEventStreams } from '../../src/lib/http/event-streams.ts'
import { createWebServer, type WebServer } from '../../src/lib/http/web-server.ts'

let web: WebServer
let port: number
let agent: Agent

let listener: (req: IncomingMessage, res: ServerResponse) => void

/** `/slow` answers after half a second, anything else at once. */
beforeEach(async () => {
  listener = (req, res) => void (req.url === '/slow' ? setTimeout(() => res.end('done'), 500) : res.end('ok'))
  web = createWebServer((req, res) => listener(req, res))
  await web.listen({ port: 0, host: '127.0.0.1' })
  port = (web.server.address() as AddressInfo).port
  agent = new Agent({ keepAlive: true, maxSockets: 1 })
})
afterEach(() => {
  agent.destroy()
  web.server.closeAllConnections()
})

async function ask(path: string, using: Agent | false = false): Promise<{ status: number; connection: string; text: string }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, path, host: '127.0.0.1', agent: using }, resolve).on('error', reject),
  )
  let text = ''
  for await (const chunk of answer) text += chunk
  return { status: answer.statusCode ?? 0, connection: answer.headers.connection ?? '', text }
}

test('two hundred requests under way all get their answers, and nobody new is let in', async () => {
  const underWay = Array.from({ length: 200 }, () => ask('/slow'))
  await sleep(200)
  const drained = web.drain(10_000)
  // Who stood at the door at that moment is still let in: it is closed a turn of the loop later.
  await sleep(50)
  await expect(ask('/')).rejects.toThrow('ECONNREFUSED')
  const answers = await Promise.all(underWay)
  expect(answers.map((answer) => answer.text)).toEqual(Array(200).fill('done'))
  await drained
})

test('a reader whose connection is kept open gets a last answer, and is told that it is the last', async () => {
  expect((await ask('/', agent)).connection).toBe('keep-alive')
  const drained = web.drain(10_000)
  await sleep(50)
  expect(await ask('/', agent)).toEqual({ status: 200, connection: 'close', text: 'ok' })
  await drained
})

test('while draining, /readyz is 503', async () => {
  await ask('/', agent)
  const drained = web.drain(10_000)
  expect(await ask('/readyz', agent)).toMatchObject({ status: 503, text: '{"status":"draining"}' })
  await drained
})

test('an answer that takes for ever is cut when the patience ends', async () => {
  web.server.removeAllListeners('request')
  web.server.on('request', (_req, res) => void res.write('never done'))
  const began = performance.now()
  const underWay = ask('/').catch((error: Error) => error)
  await sleep(100)
  await web.drain(1_200)
  expect(performance.now() - began).toBeLessThan(4_000)
  await underWay
})

test('streams, which would go on for ever, are ended at once', async () => {
  const streams = createEventStreams(() => ({ event: 'x', data: '' }))
  listener = (_req, res) => void streams.open(res, { address: 'a', topics: ['1'] })
  const open = [ask('/'), ask('/', agent)]
  await expect.poll(() => streams.size).toBe(2)
  const began = performance.now()
  await web.drain(10_000)
  expect(performance.now() - began).toBeLessThan(2_000)
  for (const { text } of await Promise.all(open)) expect(text).toMatch(/^retry: \d+\n\n$/)
  streams.close()
})

test('a client that sends its headers too slowly is sent away', async () => {
  web.server.headersTimeout = 500
  const socket = connect(port, '127.0.0.1')
  const ended = new Promise<string>((resolve) => {
    let said = ''
    socket.on('data', (chunk) => (said += chunk))
    socket.on('close', () => resolve(said))
  })
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n')
  expect(await ended).toContain('408')
  expect((await ask('/')).status).toBe(200)
})

test('the limits against slow clients are those of the house', () => {
  expect(web.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, maxConnections: 6_000 })
})
