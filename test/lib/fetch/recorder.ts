import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Every address that this process tries to connect to, before the network has a say. */
export function recordAttempts() {
  const attempts: string[] = []
  const note = (message: unknown) =>
    (message as { socket: Socket }).socket.on('connectionAttempt', (address: string) => void attempts.push(address))
  subscribe('net.client.socket', note)
  return { attempts, stop: () => unsubscribe('net.client.socket', note) }
}

/** A server that says to each request what `answer` makes of its first bytes, exactly so. */
export async function startPlainServer(host: string, port: number, answer: (request: string, socket: Socket) => string) {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    socket.once('data', (request) => void socket.end(answer(request.toString('latin1'), socket)))
  })
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise<void>((done) => server.close(() => done()))
    },
  }
}

/** Listens on all addresses of this machine, and keeps those at which somebody came in. */
export async function startRecorder(port = 0) {
  const arrivals: string[] = []
  const server = await startPlainServer('::', port, (_request, socket) => {
    arrivals.push((socket.localAddress ?? '').replace(/^::ffff:/, ''))
    return 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\nsecret'
  })
  return { ...server, arrivals }
}

/** Where a sender's own address says that it sends on to (`/?to=…`), as far as a header can say it. */
export function sendOn(request: string): string {
  const to = new URL(request.split(' ')[1] ?? '/', 'http://any.example').searchParams.get('to')
  const head = to === null ? '200 OK\r\nContent-Type: text/html' : `302 Found\r\nLocation: ${to.replace(/[\r\n\0]/g, '')}`
  return `HTTP/1.1 ${head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`
}
