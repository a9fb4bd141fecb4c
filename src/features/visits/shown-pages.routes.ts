import type { Request, Response } from 'express'
import type { AppContext, Viewer } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { isAskedByOwnPage, queryOfOwnPage } from '../../lib/http/own-page.ts'
import { found, text } from '../../lib/http/reply.ts'
import { createRouter, localsOf, type Routes } from '../../lib/http/route.ts'
import { administers } from '../boards/boards.policy.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { readReceipt } from './receipt.service.ts'
import { visitRulesOf } from './visit-rules.policy.ts'
import { newVisitor, readVisitorCookie, visitorCookie } from './visitor-cookie.service.ts'
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from './visitor-cookie.types.ts'
import { shownPagePath } from './visits.paths.ts'
import { whoAsks } from './visits.policy.ts'
import { PageReceipt } from './visits.schemas.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

/**
 * Asked for by every page of a site behind a shared cache, past that cache: by its script, or as an image where there is none. What it brings is
 * put where those who count look for it, as if the page itself were asked for. It takes no statement and never makes a page wait.
 */
export function shownPageRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/visitors/shown.svg', { access: anyone, query: PageReceipt }, async ({ query, viewer, reader, req, res }) => {
    const shown = readReceipt(ctx, query.receipt)
    if (shown === null) throw new NotFound('no page of ours')
    if (!isAskedByOwnPage(req)) throw new Forbidden('another site shows this', 'errors.crossSite')
    const { asks, getsCookie } = await rulesFor(req, viewer)
    if (asks !== 'person') return answer
    if (getsCookie && query.met !== 'yes') {
      giveCookie(req, res, reader.now)
      return found(shownPagePath({ ...query, met: 'yes' }))
    }
    const { name, viewedPost, searched } = shown
    const fromMemory = query.again === 'yes'
    localsOf(res).told = { name, referrer: query.from ?? '', query: queryOfOwnPage(req) }
    localsOf(res).shown = { viewedPost, searched: fromMemory ? null : searched }
    return answer
  })

  async function rulesFor(req: Request, viewer: Viewer) {
    const rules = visitRulesOf(await loadSettings(ctx))
    const counts = !rules.ignores(req.ip) && !rules.isQuiet(req.headers) && (rules.countsStaff || !administers(viewer))
    const isKnown = readVisitorCookie(ctx, cookiesOf(req)[VISITOR_COOKIE]) !== null
    return { asks: whoAsks(req.headers, rules.botWords), getsCookie: counts && !isKnown }
  }

  /** The answer leads here again, with the cookie: who shows it is known by it from the first page on, whoever else sits behind the same address. */
  function giveCookie(req: Request, res: Response, at: Date): void {
    res.set('Cache-Control', 'no-store')
    res.cookie(VISITOR_COOKIE, visitorCookie(ctx, newVisitor(at)), cookieOptions(req, VISITOR_COOKIE_SECONDS))
  }

  return { router, doors }
}

const answer = text(image, 'svg', { 'Cache-Control': 'no-store' })
