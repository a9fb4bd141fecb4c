import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from './context.ts'
import { SESSION_COOKIE } from './features/sessions/sessions.middleware.ts'
import type { KeptPage } from './lib/cache/kept-page.ts'
import { createPageCache } from './lib/cache/page-cache.ts'
import { askedByScript } from './lib/http/asked-by-script.ts'
import { beforeHeaders } from './lib/http/before-headers.ts'
import { cookiesOf, pageCookies } from './lib/http/cookies.ts'
import { FLASH_COOKIE } from './lib/http/flash.ts'
import { isPinned } from './lib/http/pin.ts'
import { GUESTS_PAGE } from './lib/http/reply.ts'
import { localsOf } from './lib/http/route.ts'

const BUDGET_BYTES = 64 * 1024 * 1024
const LONGEST_KEY = 1_000
const keptHeaders = ['content-type', 'cache-control', 'last-modified', 'vary']

/** Whole pages of guests, from memory while nothing that pages show has changed. Who looks is counted before and after it, as for any page. */
export function guestPages({ content, clock, log }: AppContext): RequestHandler {
  const pages = createPageCache({ budget: BUDGET_BYTES, stamp: content, clock })
  return async (req, res, next) => {
    const key = keyOf(req, res)
    if (key === null) return next()
    const kept = await pages.find(key)
    if (kept) return answer(req, res, kept)
    const finish = pages.begin(key)
    const send = res.send.bind(res)
    res.send = (body: unknown) => {
      res.send = send
      const page = finish(typeof body === 'string' && mayBeKept(res, body) ? pageOf(res, body) : null, localsOf(res).lacks)
      if (page === null) return send(body)
      answer(req, res, page).catch((error: unknown) => {
        log.error({ err: error }, 'a page could not be compressed')
        if (!res.headersSent) send(body)
      })
      return res
    }
    // Who gave up, or is answered in another way (a file, a redirect), holds up nobody who waits for the same address.
    beforeHeaders(res, () => finish(null))
    res.once('close', () => finish(null))
    next()
  }
}

/** Everything by which one guest's page differs from another's; null for whoever may get a page of their own. */
function keyOf(req: Request, res: Response): string | null {
  const { reader } = localsOf(res)
  const cookies = cookiesOf(req)
  const own =
    reader.viewer.memberId !== null || cookies[SESSION_COOKIE] !== undefined || cookies[FLASH_COOKIE] !== undefined || isPinned(req)
  const odd = askedByScript(req.headers) || req.headers.range !== undefined || req.headers.authorization !== undefined
  // What is asked for as data may be answered as data.
  if (req.method !== 'GET' || own || odd || req.accepts(['html', 'json']) === 'json') return null
  const choices = pageCookies.map((name) => cookies[name] ?? '')
  const key = JSON.stringify([req.protocol, req.host, req.originalUrl, reader.locale, ...choices])
  return key.length > LONGEST_KEY ? null : key
}

/** What the renderer marks as every guest's; a form that holds a token of its own is nobody else's, whoever forgot to say so. */
const mayBeKept = (res: Response, body: string): boolean =>
  res.statusCode === 200 &&
  res.get('cache-control') === GUESTS_PAGE &&
  res.getHeader('set-cookie') === undefined &&
  !/<input[^>]* name="(_csrf|submissionKey)"/.test(body)

const pageOf = (res: Response, body: string) => ({
  body,
  shown: localsOf(res).shown ?? { viewedPost: null, searched: null },
  headers: Object.fromEntries(keptHeaders.flatMap((name) => (res.get(name) === undefined ? [] : [[name, String(res.get(name))]]))),
})

async function answer(req: Request, res: Response, page: KeptPage): Promise<void> {
  Object.assign(localsOf(res), { shown: page.shown, everyones: true })
  res.status(200).set(page.headers).vary('Accept-Encoding')
  const encoding = (['br', 'gzip'] as const).find((each) => req.acceptsEncodings(each))
  // "Not changed" sends no body.
  if (encoding === undefined || req.fresh) return void res.send(page.body)
  const body = await page.encoded(encoding)
  res.set('Content-Encoding', encoding).send(body)
}
