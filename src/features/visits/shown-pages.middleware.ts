import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { isAskedByOwnPage, queryOfOwnPage } from '../../lib/http/own-page.ts'
import { localsOf } from '../../lib/http/route.ts'
import { administers } from '../boards/boards.policy.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import { readReceipt } from './receipt.service.ts'
import { visitRulesOf } from './visit-rules.policy.ts'
import { newVisitor, readVisitorCookie, visitorCookie } from './visitor-cookie.service.ts'
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from './visitor-cookie.types.ts'
import { shownPagePath } from './visits.paths.ts'
import { whoAsks } from './visits.policy.ts'
import type { PageReceipt } from './visits.schemas.ts'

/** `unknown`: no page of ours. `foreign`: another site shows it. `greeted`: given the cookie, and to come again with it. */
export type Told = { is: 'unknown' | 'foreign' | 'taken' } | { is: 'greeted'; again: string }

/**
 * What a page hands back that is shown. It is put where those who count look for it, as if the page itself were asked for: by whom it counts, and
 * whether, they know. Takes no statement.
 */
export function takeReceipt(
  ctx: AppContext,
  settings: SiteSettings,
  req: Request,
  res: Response,
  asked: z.output<typeof PageReceipt>,
): Told {
  const shown = readReceipt(ctx, asked.receipt)
  if (shown === null) return { is: 'unknown' }
  if (!isAskedByOwnPage(req)) return { is: 'foreign' }
  const rules = visitRulesOf(settings)
  if (whoAsks(req.headers, rules.botWords) !== 'person') return { is: 'taken' }
  const locals = localsOf(res)
  const getsCookie = !rules.ignores(req.ip) && !rules.isQuiet(req.headers) && (rules.countsStaff || !administers(locals.viewer))
  if (getsCookie && asked.met !== 'yes' && readVisitorCookie(ctx, cookiesOf(req)[VISITOR_COOKIE]) === null) {
    // Who shows it is known by it from the first page on, whoever else sits behind the same address.
    res.cookie(VISITOR_COOKIE, visitorCookie(ctx, newVisitor(locals.reader.now)), cookieOptions(req, VISITOR_COOKIE_SECONDS))
    return { is: 'greeted', again: shownPagePath({ ...asked, met: 'yes' }) }
  }
  const { name, viewedPost, searched } = shown
  locals.told = { name, referrer: asked.from ?? '', query: queryOfOwnPage(req) }
  locals.shown = { viewedPost, searched: asked.again === 'yes' ? null : searched }
  return { is: 'taken' }
}
