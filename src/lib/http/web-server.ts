import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createDrain } from './drain.ts'

type Listener = (req: IncomingMessage, res: ServerResponse) => void

export interface WebServer {
  server: Server
  /** An address, or a port that somebody else holds. */
  listen(at: { port: number; host: string } | object): Promise<void>
  /** No new connections; what is under way gets its answer, within `patienceMs`. */
  drain(patienceMs: number): Promise<void>
}

/** Node waits for slow clients for minutes; a thousand of those would keep everyone else out. */
export function createWebServer(app: Listener): WebServer {
  const server = createServer({ connectionsCheckingInterval: 1_000 })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 5_000
  // More than streams may stand open (event-streams.ts), so that they keep nobody from a page.
  server.maxConnections = 6_000
  // A reader that takes nothing of its answer for this long is gone.
  server.timeout = 60_000
  const { gate, drain } = createDrain(server)
  server.on('request', (req, res) => {
    if (gate(req, res)) app(req, res)
  })
  return {
    server,
    drain,
    listen: (at) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(at, () => {
          server.off('error', reject)
          resolve()
        })
      }),
  }
}
