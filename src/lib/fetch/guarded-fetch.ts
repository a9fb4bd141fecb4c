import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { checkUrl } from './check-url.ts'
import { decodeText } from './decode-text.ts'
import type { FetchedBytes, FetchFailure, FetchRequest, GuardedFetch, GuardOptions, NotFetched } from './fetch.types.ts'
import { readBody, TooLarge, UnknownEncoding } from './read-body.ts'
import { createSender, ForbiddenAddress, type SendRequest } from './send-request.ts'

const MOST_REDIRECTS = 4
const DEFAULTS = { maxBytes: 1024 * 1024, cut: false, timeoutMs: 10_000 }
const PAGE_TYPES = ['text/html', 'application/xhtml+xml']

/** The one way by which this site asks others for anything: see `docs/decisions/007-guarded-fetch.md`. */
export function createGuardedFetch(guard: GuardOptions): GuardedFetch {
  const send = createSender(guard)
  const fetchBytes = (url: string, request: FetchRequest = {}) => fetchThrough(guard, send, url, request)
  return {
    fetchBytes,
    async fetchPage(url, request = {}) {
      const fetched = await fetchBytes(url, { types: PAGE_TYPES, ...request })
      if (!fetched.ok) return fetched
      const { data, ...rest } = fetched
      return { ...rest, text: decodeText(data, fetched.headers['content-type'] ?? '') }
    },
  }
}

async function fetchThrough(
  guard: GuardOptions,
  send: SendRequest,
  start: string,
  request: FetchRequest,
): Promise<FetchedBytes | NotFetched> {
  const signal = AbortSignal.timeout(request.timeoutMs ?? DEFAULTS.timeoutMs)
  const headers = headersFor(guard, request)
  let at = start
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const checked = checkUrl(at, guard)
    if (!checked.ok) return { ok: false, why: checked.why, url: at }
    try {
      const response = await send(checked.url, headers, signal)
      const next = redirectOf(response, checked.url)
      if (next === null) return await take(response, checked.url.href, request)
      response.destroy()
      at = next
    } catch (error) {
      return { ok: false, why: signal.aborted ? 'timeout' : whyOf(error), url: at }
    }
  }
  return { ok: false, why: 'redirects', url: at }
}

async function take(response: IncomingMessage, url: string, request: FetchRequest): Promise<FetchedBytes | NotFetched> {
  const contentType = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const status = response.statusCode ?? 0
  const why = status !== 200 ? 'status' : isTaken(contentType, request.types) ? null : 'type'
  if (why !== null) {
    response.destroy()
    return { ok: false, why, url, status }
  }
  const { headers } = response
  return { ok: true, url, contentType, headers, ...(await readBody(response, { ...DEFAULTS, ...request })) }
}

const isTaken = (contentType: string, types: readonly string[] | undefined): boolean =>
  types === undefined || types.some((type) => (type.endsWith('/') ? contentType.startsWith(type) : contentType === type))

/** No cookie, no referrer, nothing of whoever wrote the address down. */
function headersFor({ userAgent }: GuardOptions, { types = [], known = {} }: FetchRequest): OutgoingHttpHeaders {
  return {
    'User-Agent': userAgent,
    Accept: [...types.map((type) => (type.endsWith('/') ? `${type}*` : type)), '*/*;q=0.1'].join(', '),
    'Accept-Encoding': 'gzip, br',
    'Accept-Language': 'ko, en;q=0.8, *;q=0.5',
    ...(known.etag === undefined ? {} : { 'If-None-Match': known.etag }),
    ...(known.lastModified === undefined ? {} : { 'If-Modified-Since': known.lastModified }),
  }
}

const sentOn = new Set([301, 302, 303, 307, 308])

/** The header's bytes come as Latin letters; Korean sites write UTF-8 there. */
function redirectOf({ statusCode, headers }: IncomingMessage, from: URL): string | null {
  if (!sentOn.has(statusCode ?? 0) || headers.location === undefined) return null
  return URL.parse(Buffer.from(headers.location, 'latin1').toString('utf8'), from.href)?.href ?? 'nowhere'
}

function whyOf(error: unknown): FetchFailure {
  if (error instanceof ForbiddenAddress) return 'forbidden'
  if (error instanceof TooLarge || codeOf(error) === 'HPE_HEADER_OVERFLOW') return 'tooLarge'
  return error instanceof UnknownEncoding || /^(?:Z_|ERR__ERROR_)/.test(codeOf(error)) ? 'encoding' : 'unreachable'
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')
