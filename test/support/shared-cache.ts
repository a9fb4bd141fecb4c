import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface CacheRules {
  /** Whose request goes past what is kept, and whose answer is not kept. */
  passes?(req: IncomingMessage): boolean
  /** As most CDNs do, all but Accept-Encoding. */
  ignoresVary?: boolean
}

export interface SharedCache {
  url: string
  /** What it holds, and for whose request. */
  readonly stored: readonly Stored[]
  /** How it answered, oldest first: `HIT /free`. */
  readonly answers: string[]
  /** Its clock stands still but for this, however slow the machine is. */
  advance(seconds: number): void
  /** As an owner asks a CDN: whatever bears this surrogate key. */
  purge(key: string): number
  empty(): void
  close(): Promise<void>
}

export interface Stored {
  url: string
  asked: IncomingHttpHeaders
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  /** In seconds of the cache's clock. */
  at: number
}

type Answer = Pick<Stored, 'status' | 'headers' | 'body'>

const HEURISTIC_SECONDS = 60
const heuristic = new Set([200, 203, 204, 300, 301, 404, 410, 414])

/**
 * A shared cache in front of a site, as RFC 9111 and RFC 5861 let one be, and as greedy as they allow: it keeps what nobody forbids, by heuristics where
 * nothing is said, with cookies and all.
 */
export async function startSharedCache(origin: string, rules: CacheRules = {}): Promise<SharedCache> {
  const stored: Stored[] = []
  const answers: string[] = []
  let now = 0
  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => res.destroy(error as Error))
  })

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await buffer(req)
    const passes = !['GET', 'HEAD'].includes(req.method ?? '') || rules.passes?.(req)
    if (passes) return send(req, res, await ask(origin, req, {}, body), 'PASS')
    const kept = stored.find((each) => each.url === urlOf(req) && matches(each, req))
    const age = kept === undefined ? 0 : now - kept.at
    const { fresh, stale } = lifeOf(kept)
    if (kept && age < fresh) return send(req, res, kept, 'HIT')
    if (kept && age < fresh + stale) {
      await send(req, res, kept, 'STALE')
      return void (await renew(req, kept))
    }
    return send(req, res, await renew(req, kept), kept ? 'RENEWED' : 'MISS')
  }

  async function renew(req: IncomingMessage, kept: Stored | undefined): Promise<Answer> {
    const etag = kept?.headers['etag']
    const answer = await ask(origin, req, typeof etag === 'string' ? { 'if-none-match': etag } : { 'if-none-match': undefined })
    if (kept && answer.status === 304) {
      Object.assign(kept, { at: now, headers: { ...kept.headers, ...answer.headers } })
      return kept
    }
    if (kept) stored.splice(stored.indexOf(kept), 1)
    if (req.method !== 'GET' || !mayBeStored(req, answer)) return answer
    // Who asked at the same time made one as well.
    const same = stored.findIndex((each) => each.url === urlOf(req) && matches(each, req))
    if (same >= 0) stored.splice(same, 1)
    stored.push({ url: urlOf(req), asked: req.headers, at: now, ...answer })
    return answer
  }

  function matches({ asked, headers }: Stored, req: IncomingMessage): boolean {
    const names = listOf(headers['vary']).filter((name) => !rules.ignoresVary || name === 'accept-encoding')
    return !names.includes('*') && names.every((name) => asked[name] === req.headers[name])
  }

  async function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Answer, how: string): Promise<void> {
    answers.push(`${how} ${req.url}`)
    const same = status === 200 && req.headers['if-none-match'] !== undefined && req.headers['if-none-match'] === headers['etag']
    const { 'content-length': _, ...bodiless } = headers
    res.writeHead(same ? 304 : status, { ...(same ? bodiless : headers), 'x-cache': how })
    res.end(same || req.method === 'HEAD' ? undefined : body)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stored,
    answers,
    advance(seconds) {
      now += seconds
    },
    purge(key) {
      const found = stored.filter(({ headers }) =>
        String(headers['surrogate-key'] ?? '')
          .split(' ')
          .includes(key),
      )
      for (const each of found) stored.splice(stored.indexOf(each), 1)
      return found.length
    },
    empty() {
      stored.length = 0
      answers.length = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const urlOf = (req: IncomingMessage): string => `${req.headers.host}${req.url}`
const listOf = (value: unknown): string[] =>
  String(value ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

const directivesOf = ({ headers }: Answer): Map<string, number> =>
  new Map(listOf(headers['cache-control']).map((each) => [each.split('=')[0] ?? '', Number(each.split('=')[1] ?? 0)]))

function mayBeStored(req: IncomingMessage, answer: Answer): boolean {
  const said = directivesOf(answer)
  if (said.has('no-store') || said.has('private') || req.headers.authorization !== undefined) return false
  return said.has('public') || said.has('s-maxage') || said.has('max-age') || heuristic.has(answer.status)
}

function lifeOf(kept: Stored | undefined): { fresh: number; stale: number } {
  if (kept === undefined) return { fresh: 0, stale: 0 }
  const said = directivesOf(kept)
  if (said.has('no-cache')) return { fresh: 0, stale: 0 }
  return { fresh: said.get('s-maxage') ?? said.get('max-age') ?? HEURISTIC_SECONDS, stale: said.get('stale-while-revalidate') ?? 0 }
}

async function ask(origin: string, req: IncomingMessage, changes: Record<string, string | undefined>, body?: Buffer): Promise<Answer> {
  const headers = Object.fromEntries(Object.entries({ ...req.headers, ...changes }).filter(([, value]) => value !== undefined))
  const asked = request(new URL(req.url ?? '/', origin), { method: req.method, headers: { ...headers, connection: 'close' } })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const { connection: _, 'transfer-encoding': __, ...kept } = answer.headers
  return { status: answer.statusCode ?? 502, headers: kept, body: await buffer(answer) }
}
