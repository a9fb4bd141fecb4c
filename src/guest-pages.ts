import accepts from 'accepts'
import type { Request, RequestHandler, Response } from 'express'
import { type AppContext, guest } from './context.ts'
import { edgeHeaders } from './edge-cache.ts'
import { SESSION_COOKIE } from './features/sessions/sessions.middleware.ts'
import { loadSettings } from './features/settings/settings.service.ts'
import type { SiteSettings } from './features/settings/settings.types.ts'
import type { Answer } from './features/visits/visits.policy.ts'
import type { Encoding, KeptPage, PageBody } from './lib/cache/kept-page.ts'
import { createPageCache } from './lib/cache/page-cache.ts'
import { remembered } from './lib/cache/remember.ts'
import { askedByScript } from './lib/http/asked-by-script.ts'
import { beforeHeaders } from './lib/http/before-headers.ts'
import { cookiesOf, pageCookies } from './lib/http/cookies.ts'
import { FLASH_COOKIE } from './lib/http/flash.ts'
import { isPinned } from './lib/http/pin.ts'
import { GUESTS_PAGE } from './lib/http/reply.ts'
import { localsOf } from './lib/http/route.ts'
import { chooseLocale } from './lib/i18n/locale.ts'
import type { createReaders } from './reader.ts'

/** Pages live for three seconds: compressed, as browsers want them, this holds more of them than can be made anew in that time. */
const BUDGET_BYTES = 8 * 1024 * 1024
const LONGEST_KEY = 1_000
/** Of one answer alone, or said anew with each. */
const notKept: ReadonlySet<string> = new Set(['x-request-id', 'content-length', 'etag', 'date', 'connection', 'keep-alive'])

interface Options {
  readerOf: ReturnType<typeof createReaders>
  /** While more has come than can be done, pages are shown as they were. */
  overloaded: () => boolean
  /** Is told of each kept page before it leaves, with the milliseconds that it took: it counts as any other page. */
  count: (req: Request, res: Response, page: Answer & { milliseconds: number }, settings: SiteSettings) => void
}

export interface GuestPages {
  /** Stands before everything else: what is kept needs no session, no log line, no database. */
  answer: RequestHandler
  /** Stands before the routes: keeps what they make for every guest alike. */
  keep: RequestHandler
}

/** Whole pages of guests, from memory while nothing that pages show has changed. */
export function createGuestPages(ctx: AppContext, { readerOf, overloaded, count }: Options): GuestPages {
  const pages = createPageCache({ budget: BUDGET_BYTES, stamp: ctx.content, clock: ctx.clock })

  // Each request has a line in such a log.
  const passed = ctx.log.isLevelEnabled('debug')

  const answerKept = async (req: Request, res: Response): Promise<boolean> => {
    const begunAt = performance.now()
    const key = passed ? null : keyOf(req)
    const page = key === null ? null : ((await pages.find(key)) ?? (overloaded() ? pages.stale(key) : null))
    if (page === null) return false
    const settings = await loadSettings(ctx)
    const locals = localsOf(res)
    locals.viewer = guest
    locals.reader = readerOf(guest, localeOf(req), settings.zone)
    const { head, bytes } = await wanted(req, res, page)
    const type = res.statusCode === 200 ? (page.headers['content-type'] ?? '') : ''
    count(req, res, { status: res.statusCode, type, path: req.path, milliseconds: performance.now() - begunAt }, settings)
    res.writeHead(res.statusCode, head as string[]).end(bytes)
    return true
  }

  return {
    async answer(req, res, next) {
      const answered = await answerKept(req, res).catch((error: unknown) => {
        // The long way tells it as any fault is told.
        ctx.log.warn({ err: error }, 'a kept page could not be answered')
        res.statusCode = 200
        return res.headersSent
      })
      if (!answered) next()
    },

    async keep(req, res, next) {
      const key = localsOf(res).viewer.memberId === null ? keyOf(req) : null
      if (key === null) return next()
      const kept = await pages.find(key)
      if (kept) return answer(req, res, kept)
      const finish = pages.begin(key)
      const send = res.send.bind(res)
      res.send = (body: unknown) => {
        res.send = send
        const page = finish(typeof body === 'string' && mayBeKept(res, body) ? pageOf(ctx, res, body) : null, localsOf(res).lacks)
        if (page === null) return send(body)
        answer(req, res, page).catch((error: unknown) => {
          ctx.log.error({ err: error }, 'a page could not be compressed')
          if (!res.headersSent) send(body)
        })
        return res
      }
      // Who gave up, or is answered in another way (a file, a redirect), holds up nobody who waits for the same address.
      beforeHeaders(res, () => finish(null))
      res.once('close', () => finish(null))
      next()
    },
  }
}

/** Everything by which one guest's page differs from another's; null for whoever may get a page of their own. */
function keyOf(req: Request): string | null {
  if (req.method !== 'GET') return null
  const cookies = cookiesOf(req)
  const own = cookies[SESSION_COOKIE] !== undefined || cookies[FLASH_COOKIE] !== undefined || isPinned(req)
  const odd = askedByScript(req.headers) || req.headers.range !== undefined || req.headers.authorization !== undefined
  // What is asked for as data may be answered as data.
  if (own || odd || wantsData(req.headers.accept ?? '')) return null
  const choices = pageCookies.map((name) => cookies[name] ?? '')
  const key = JSON.stringify([req.protocol, req.host, req.originalUrl, localeOf(req), ...choices])
  return key.length > LONGEST_KEY ? null : key
}

const localeOf = (req: Request) => chooseLocale(cookiesOf(req)['lang'], req.headers['accept-language'])

/** What the renderer marks as every guest's; a form that holds a token of its own is nobody else's, whoever forgot to say so. */
const mayBeKept = (res: Response, body: string): boolean =>
  res.statusCode === 200 &&
  res.get('cache-control') === GUESTS_PAGE &&
  res.getHeader('set-cookie') === undefined &&
  !body.includes(' name="_csrf"') &&
  !body.includes(' name="submissionKey"')

function pageOf({ config }: AppContext, res: Response, body: string) {
  res.vary('Accept-Encoding')
  const headers = Object.entries(res.getHeaders()).filter(([name]) => !notKept.has(name))
  // What a script asks for, told that something changed, is of this moment: a cache in front would answer with what was.
  const isPiece = res.get('content-type')?.startsWith('application/json') === true
  return {
    body,
    shown: localsOf(res).shown ?? { viewedPost: null, searched: null },
    headers: {
      ...Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ...(isPiece ? {} : edgeHeaders(config, res.req)),
    },
  }
}

/** Who asked first, and those who waited for it: counters look at the answer as at any other. */
async function answer(req: Request, res: Response, page: KeptPage): Promise<void> {
  const { head, bytes } = await wanted(req, res, page)
  if (res.statusCode === 304) res.removeHeader('Content-Type')
  else res.type(page.headers['content-type'] ?? '')
  res.writeHead(res.statusCode, head as string[]).end(bytes)
}

/** What of it this reader has to be sent. */
async function wanted(req: Request, res: Response, page: KeptPage): Promise<PageBody> {
  localsOf(res).shown = page.shown
  res.statusCode = 200
  if (req.headers['if-none-match'] !== undefined || req.headers['if-modified-since'] !== undefined) {
    res.set({ ETag: page.etag, 'Last-Modified': page.headers['last-modified'] ?? '' })
    if (req.fresh) {
      res.statusCode = 304
      return { head: page.notModified, bytes: nothing }
    }
  }
  return page.encoded(encodingFor(req.headers['accept-encoding'] ?? ''))
}

const nothing = Buffer.alloc(0)
const HEADERS_KEPT = 200
const wantsData = remembered(HEADERS_KEPT, (accept) => accepted({ accept }).types(['html', 'json']) === 'json')
const encodingFor = remembered(
  HEADERS_KEPT,
  (header): Encoding =>
    (['br', 'gzip'] as const).find((each) => accepted({ 'accept-encoding': header }).encodings(each) === each) ?? 'identity',
)
const accepted = (headers: Record<string, string>) => accepts({ headers } as Request)
