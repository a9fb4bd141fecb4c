import type { Request, RequestHandler, Response } from 'express'
import { type AppContext, guest } from './context.ts'
import { SESSION_COOKIE } from './features/sessions/sessions.middleware.ts'
import { loadSettings } from './features/settings/settings.service.ts'
import type { SiteSettings } from './features/settings/settings.types.ts'
import { takeReceipt } from './features/visits/shown-pages.middleware.ts'
import { nothingToSee } from './features/visits/visits.paths.ts'
import type { Answer } from './features/visits/visits.policy.ts'
import { PageReceipt } from './features/visits/visits.schemas.ts'
import { cookiesOf } from './lib/http/cookies.ts'
import { localsOf } from './lib/http/route.ts'
import type { createReaders } from './reader.ts'

interface Options {
  readerOf: ReturnType<typeof createReaders>
  count: (req: Request, res: Response, answer: Answer, settings: SiteSettings) => void
}

const ADDRESS = '/visitors/shown.svg'
const head = {
  'Content-Type': 'image/svg+xml',
  'Content-Length': nothingToSee.length,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
}

/**
 * Behind a shared cache these are most of what comes: guests' are answered before everything else, as kept pages are. What is not as it should be goes
 * on to the route, which refuses it with a page; so does a member's, whose session must be read.
 */
export function answerShownPages(ctx: AppContext, { readerOf, count }: Options): RequestHandler {
  // Each request has a line in such a log.
  const passed = ctx.log.isLevelEnabled('debug')
  return async (req, res, next) => {
    const isGuests = req.url.startsWith(ADDRESS) && req.method === 'GET' && !passed && cookiesOf(req)[SESSION_COOKIE] === undefined
    const asked = isGuests ? PageReceipt.safeParse(req.query) : null
    if (!asked?.success || req.path !== ADDRESS) return next()
    const settings = await loadSettings(ctx)
    const locals = localsOf(res)
    locals.viewer = guest
    // Who counts asks when it is, and for the zone; the language is nobody's here.
    locals.reader = readerOf(guest, 'ko', settings.zone)
    const told = takeReceipt(ctx, settings, req, res, asked.data)
    if (told.is === 'greeted') return void res.writeHead(302, { Location: told.again, 'Cache-Control': 'no-store' }).end()
    if (told.is !== 'taken') return next()
    count(req, res, { status: 200, type: head['Content-Type'], path: ADDRESS }, settings)
    res.writeHead(200, head).end(nothingToSee)
  }
}
