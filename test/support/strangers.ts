import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createGuardedFetch } from '../../src/lib/fetch/guarded-fetch.ts'
import type { Site } from './site.ts'

type Answer = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>

export interface Strangers {
  /** `http://news.example:…`: a name of another site, whose server stands on this machine. */
  url: string
  /** Paths that were asked for, in order. */
  asked: string[]
  /** What the other site says at a path; 404 elsewhere. */
  pages: Map<string, Answer>
  saysPage(path: string, head: string): void
  says(path: string, type: string, body: string | Buffer, status?: number): void
}

/** Other sites, for a site that asks them through its own guard. */
export function useStrangers(site: Site): Strangers {
  const strangers = { asked: [], pages: new Map() } as unknown as Strangers
  let server: Server

  beforeAll(async () => {
    server = createServer((req, res) => {
      strangers.asked.push(req.url ?? '')
      const answer = strangers.pages.get(req.url ?? '')
      if (answer) void answer(req, res)
      else res.writeHead(404).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    strangers.url = `http://news.example:${port}`
    site.ctx.fetch = createGuardedFetch({
      userAgent: 'Madang test',
      lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      letThrough: { addresses: ['127.0.0.1'], ports: [port] },
    })
  })
  strangers.says = (path, type, body, status = 200) =>
    void strangers.pages.set(path, (_req, res) => void res.writeHead(status, { 'Content-Type': type }).end(body))
  strangers.saysPage = (path, head) =>
    strangers.says(path, 'text/html; charset=utf-8', `<!doctype html><html><head>${head}</head><body>글</body></html>`)

  beforeEach(() => {
    strangers.asked.length = 0
    strangers.pages.clear()
  })
  afterAll(() => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  })
  return strangers
}
