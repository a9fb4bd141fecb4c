import type { SendHandle } from 'node:child_process'
import net, { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** The site's place at the door. Web processes listen there together; whoever waits there belongs to none of them yet. */
export interface HeldPort {
  handle: SendHandle
  /** From now on the web processes alone keep it open. */
  release(): void
}

/** The web process of a supervisor that was just killed needs a moment to let go of its port. */
const PATIENCE_MS = 2_000

/** @throws an error whose message says why it may not be listened on */
export async function holdPort(port: number, host: string): Promise<HeldPort> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const held = await tryToHold(port, host)
    if (typeof held !== 'string') return held
    if (held !== 'EADDRINUSE') throw new Error(wordsFor(held, port, host))
    if (performance.now() > until)
      throw new Error(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`)
    await sleep(100)
  }
}

/** Listening tells whether it can be done, and which address the host's name means. */
function tryToHold(port: number, host: string): Promise<HeldPort | string> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => {
      const { address, family } = server.address() as AddressInfo
      server.close(() => resolve(bind(address, port, family)))
    })
  })
}

interface BoundSocket {
  close(): void
}

/**
 * Bound, and not listened on by us: the one way to have what node:cluster has, without its hold on the processes. With SO_REUSEPORT each process
 * would have a queue of its own, which the kernel cuts off when that process ends (decision 13).
 */
function bind(address: string, port: number, family: string): HeldPort | string {
  const { _createServerHandle } = net as unknown as {
    _createServerHandle(address: string, port: number, type: 4 | 6): BoundSocket | number
  }
  const socket = _createServerHandle(address, port, family === 'IPv6' ? 6 : 4)
  return typeof socket === 'number' ? 'EADDRINUSE' : { handle: socket as unknown as SendHandle, release: () => socket.close() }
}

function wordsFor(code: string, port: number, host: string): string {
  if (code === 'EACCES') return `Port ${port} may only be listened on by root. Choose one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is "${host}", which is not an address of this machine.`
  return `Port ${port} of ${host} cannot be listened on (${code}).`
}
