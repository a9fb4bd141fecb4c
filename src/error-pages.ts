import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { type AppContext, guest, type Reader } from './context.ts'
import { AdultsOnly } from './features/boards/adults.types.ts'
import { adultGate } from './features/boards/adults.view-models.ts'
import { loadSettings } from './features/settings/settings.service.ts'
import { isDatabaseUnavailable } from './lib/db/errors.ts'
import { askedByScript } from './lib/http/asked-by-script.ts'
import { cookiesOf } from './lib/http/cookies.ts'
import { HttpError, LogInFirst, NotFound, Unavailable } from './lib/http/errors.ts'
import { page, redirect, sendReply } from './lib/http/reply.ts'
import { localsOf, type RequestLocals } from './lib/http/route.ts'
import { locales } from './lib/i18n/catalogue.ts'
import { chooseLocale } from './lib/i18n/locale.ts'
import { isRedisUnavailable } from './lib/redis/redis.ts'
import type { Assets } from './lib/views/assets.ts'
import type { MessageKey } from './messages/messages.ts'
import { createReaders } from './reader.ts'
import { createBarePage } from './render-page.ts'

export const notFound: RequestHandler = (req, _res, next) => next(new NotFound(`no route for ${req.method}`))

/** Every error ends here: a page that says what happened and what to do, and a line in the log that says why. */
export function errorPages(ctx: AppContext, assets: Assets): ErrorRequestHandler {
  const readerOf = createReaders(ctx)
  const renderBare = createBarePage(assets)
  /** The error may have struck before the reader was known. */
  const ensureReader = (req: Request, res: Response): Reader => {
    const locals = localsOf(res)
    locals.viewer ??= guest
    locals.reader ??= readerOf(guest, chooseLocale(cookiesOf(req)['lang'], req.get('accept-language')), 'Asia/Seoul')
    return locals.reader
  }
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const fault = toHttpError(error)
    if (fault.status >= 500) ctx.log.error({ err: error, id: String(req.id) }, fault.message)
    const { keptPath = null } = localsOf(res)
    if (fault instanceof LogInFirst && wantsPage(req))
      return res.redirect(303, `/login?returnTo=${encodeURIComponent(keptPath ?? returnPath(req))}`)
    // The session is another one by now: the form stands there again, with everything in it and the token of today.
    if (fault.advice === 'errors.staleForm' && keptPath !== null && wantsPage(req))
      return sendReply(req, res, redirect(keptPath, { kind: 'danger', key: 'drafts.flash.stale' }))
    if (fault.retryAfterSeconds !== null) res.set('Retry-After', String(fault.retryAfterSeconds))
    const reader = ensureReader(req, res)
    const model = errorPage(reader.t, fault, localsOf(res), String(req.id))
    if (!wantsPage(req)) {
      res
        .status(fault.status)
        .json({ error: `${model.message} ${model.advice}`.trim(), requestId: model.requestId, ...(keptPath ? { keptPath } : {}) })
      return
    }
    try {
      if (fault.status === 503) throw fault
      const told =
        fault instanceof AdultsOnly
          ? adultGate(reader, fault.board, await loadSettings(ctx), returnPath(req))
          : page('errors/error', model, { titles: [model.title], status: fault.status })
      await sendReply(req, res, told)
    } catch {
      // The frame itself needs the database: this page needs nothing.
      res
        .status(fault.status)
        .set('Cache-Control', 'no-store')
        .type('html')
        .send(renderBare(reader, 'errors/error', model, model.title))
    }
  }
}

/** Made once for each language: it is sent when there is no time for anything. */
export function createBusyPage(ctx: AppContext, assets: Assets): (req: Request) => { type: string; body: Buffer } {
  const [readerOf, renderBare] = [createReaders(ctx), createBarePage(assets)]
  const made = locales.map((locale) => {
    const reader = readerOf(guest, locale, 'Asia/Seoul')
    const [title, message, advice] = [reader.t('errors.busy.title'), reader.t('errors.busy.message'), reader.t('errors.busy.advice')]
    const links = [{ label: reader.t('errors.toFrontPage'), path: '/' }]
    const html = renderBare(reader, 'errors/error', { status: 503, title, message, advice, requestId: null, links, again: null }, title)
    return [locale, { html: Buffer.from(html), json: Buffer.from(JSON.stringify({ error: `${message} ${advice}` })) }] as const
  })
  const pages = new Map(made)
  return (req) => {
    const page = pages.get(chooseLocale(cookiesOf(req)['lang'], req.get('accept-language')))
    const wants = wantsPage(req)
    return {
      type: wants ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      body: page?.[wants ? 'html' : 'json'] ?? Buffer.alloc(0),
    }
  }
}

const wantsPage = (req: Request) => !askedByScript(req.headers) && req.accepts(['html', 'json']) !== 'json'
const returnPath = (req: Request) => (req.method === 'GET' ? req.originalUrl : refererPath(req))

function refererPath(req: Request): string {
  const referer = URL.parse(req.get('referer') ?? '')
  return referer?.host === req.host ? referer.pathname + referer.search : '/'
}

/** Errors of the parsers carry a status of their own; what has none is our fault. */
function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  if (isDatabaseUnavailable(error)) return new Unavailable('the database is away', error)
  if (isRedisUnavailable(error)) return new Unavailable('Redis is away', error)
  const status = (error as { status?: unknown } | null)?.status
  if (typeof status === 'number' && status >= 400 && status < 500) return new HttpError(status, (error as Error).message, { cause: error })
  if (error instanceof URIError) return new HttpError(400, 'address')
  return new HttpError(500, 'a fault of ours', { cause: error })
}

const told = new Set([400, 401, 403, 404, 409, 410, 413, 415, 421, 422, 429, 500, 503, 507])

/** `again`: what was sent, where it could not be kept, to be sent once more from here. */
function errorPage(t: (key: MessageKey) => string, fault: HttpError, { keptPath = null, sentForm }: RequestLocals, requestId: string) {
  const status = told.has(fault.status) ? fault.status : fault.status >= 500 ? 500 : 400
  return {
    status,
    title: t(`errors.${status}.title` as MessageKey),
    message: t(`errors.${status}.message` as MessageKey),
    advice: t(fault.advice ?? (`errors.${status}.advice` as MessageKey)),
    requestId,
    links: [...(keptPath === null ? [] : [{ label: t('drafts.toKept'), path: keptPath }]), { label: t('errors.toFrontPage'), path: '/' }],
    again: sentForm && keptPath === null && fault.status >= 500 ? sendAgain(sentForm) : null,
  }
}

const sendAgain = ({ action, fields }: NonNullable<RequestLocals['sentForm']>) => ({
  action,
  text: fields['body'] ?? '',
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
})
