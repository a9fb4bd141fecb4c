import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { isEventStream } from './event-streams.ts'

export interface Drain {
  /** Every request passes here first. False: it has been answered. */
  gate(req: IncomingMessage, res: ServerResponse): boolean
  drain(patienceMs: number): Promise<void>
}

/** A keep-alive connection may carry a request at the moment we stop: it gets this long to arrive and be answered. */
const LAST_REQUESTS_MS = 1_000
/** Where newcomers come one after the other there is no moment without one. */
const LAST_CONNECTIONS_MS = 500

/** Ends a server so that no request that it took goes without an answer. */
export function createDrain(server: Server): Drain {
  const open = new Set<ServerResponse>()
  let taken = 0
  server.on('connection', () => {
    taken += 1
  })
  let draining = false
  let closed = false
  const gate = (req: IncomingMessage, res: ServerResponse) => {
    open.add(res)
    res.once('close', () => open.delete(res))
    if (!draining) return true
    if (closed) res.setHeader('Connection', 'close')
    if (req.url?.split('?')[0] !== '/readyz') return true
    res.writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end('{"status":"draining"}')
    return false
  }
  /** They would go on for ever; their browsers come back to whoever serves next. */
  const endStreams = () => {
    for (const res of open) if (isEventStream(res)) res.end()
  }
  const drain = async (patienceMs: number) => {
    const until = performance.now() + patienceMs
    draining = true
    // Connections that the kernel has taken for us are ours too: closing before they are picked up would reset them. A turn picks up one.
    const lastTaken = performance.now() + Math.min(LAST_CONNECTIONS_MS, patienceMs)
    for (let before = -1; before !== taken && performance.now() < lastTaken; ) {
      before = taken
      await nextTurn()
      await nextTurn()
    }
    // http's own close() also cuts idle connections, at once: a request that is on its way there would be lost.
    NetServer.prototype.close.call(server)
    closed = true
    endStreams()
    for (const res of open) if (!res.headersSent) res.setHeader('Connection', 'close')
    await sleep(Math.min(LAST_REQUESTS_MS, patienceMs))
    server.closeIdleConnections()
    while (open.size > 0 && performance.now() < until) {
      endStreams()
      await sleep(20)
    }
    server.closeAllConnections()
  }
  return { gate, drain }
}
