import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

export interface Drain {
  /** Every request passes here first. False: it has been answered. */
  gate(req: IncomingMessage, res: ServerResponse): boolean
  drain(patienceMs: number): Promise<void>
}

/** A keep-alive connection may carry a request at the moment we stop: it gets this long to arrive and be answered. */
const LAST_REQUESTS_MS = 1_000

/** Ends a server so that no request that it took goes without an answer. */
export function createDrain(server: Server): Drain {
  const open = new Set<ServerResponse>()
  let draining = false
  const gate = (req: IncomingMessage, res: ServerResponse) => {
    open.add(res)
    res.once('close', () => open.delete(res))
    if (!draining) return true
    res.setHeader('Connection', 'close')
    if (req.url?.split('?')[0] !== '/readyz') return true
    res.writeHead(503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end('{"status":"draining"}')
    return false
  }
  const drain = async (patienceMs: number) => {
    const until = performance.now() + patienceMs
    draining = true
    for (const res of open) if (!res.headersSent) res.setHeader('Connection', 'close')
    // Connections that the kernel has taken for us are ours too: closing before they are picked up would reset them.
    await nextTurn()
    // http's own close() also cuts idle connections, at once: a request that is on its way there would be lost.
    NetServer.prototype.close.call(server)
    await sleep(Math.min(LAST_REQUESTS_MS, patienceMs))
    server.closeIdleConnections()
    while (open.size > 0 && performance.now() < until) await sleep(20)
    server.closeAllConnections()
  }
  return { gate, drain }
}
