import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { dayOf, shiftDay, startOfDay, zonedParts } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import type { VisitRecorder } from './visit-recorder.service.ts'
import { visitRulesOf } from './visit-rules.policy.ts'
import { newVisitor, readVisitorCookie } from './visitor-cookie.service.ts'
import { VISITOR_COOKIE } from './visitor-cookie.types.ts'
import { whoseRequest } from './visits.middleware.ts'
import { nothingToSee } from './visits.paths.ts'
import { standsForItsPage, whoAsks } from './visits.policy.ts'

/** An image of nothing that every page holds: all other files of a page are kept by browsers for ever, this one for the day. */
export const DAY_IMAGE = '/day.svg'
const STYLE_SHEET = '/css/main.css'

const ofFile = { class: 'person', by: 'file', proved: true, member: false, cameBefore: false, facts: null, page: null } as const

/** Each browser asks for it once a day, and so shows that it is one. */
export const serveDayImage =
  (ctx: AppContext): RequestHandler =>
  async (req, res, next) => {
    if (req.path !== DAY_IMAGE || req.method !== 'GET') return next()
    const now = ctx.clock.now()
    const { zone } = await loadSettings(ctx)
    const seconds = Math.floor((startOfDay(shiftDay(dayOf(now, zone), 1), zone).getTime() - now.getTime()) / 1_000)
    res
      .set('Cache-Control', `private, max-age=${Math.max(0, seconds)}`)
      .type('svg')
      .send(nothingToSee)
  }

/**
 * Who asks for the files of a page is a browser. And of two browsers behind one address, the second looks like a reload of the first until it
 * shows the cookie that it was given: its next page does, and so do the files of its first one, for whoever reads no second.
 */
export function countVisitsByFiles(ctx: AppContext, visits: VisitRecorder): RequestHandler {
  return (req, res, next) => {
    // Of the files of a page one is enough: the style sheet that each waits for. Twenty times as much work would prove no more.
    const isFile = (req.path.startsWith('/assets/') && req.path.endsWith(STYLE_SHEET)) || req.path === DAY_IMAGE
    if (req.method === 'GET' && isFile && whoAsks(req.headers, []) === 'person') res.once('finish', () => prove(req, res))
    next()
  }

  function prove(req: Request, res: Response): void {
    if (res.statusCode !== 200 && res.statusCode !== 304) return
    const now = ctx.clock.now()
    loadSettings(ctx)
      .then((settings) => {
        const rules = visitRulesOf(settings)
        if (rules.ignores(req.ip) || whoAsks(req.headers, rules.botWords) !== 'person') return
        const quiet = rules.isQuiet(req.headers)
        const known = quiet ? null : readVisitorCookie(ctx, cookiesOf(req)[VISITOR_COOKIE])
        const counts = known !== null && standsForItsPage(known.givenAt, now)
        // It counts for the day of its page, which may have ended since.
        const at = counts ? known.givenAt : now
        const { day, hour } = zonedParts(at, settings.zone)
        const whose = whoseRequest(ctx, req, day, { quiet })
        const visit = { day, visitor: (known ?? newVisitor(at)).id, stranger: known === null, origin: whose.origin }
        if (visits.proved(visit)) return
        visits.record({ ...visit, ...whose, hour, at, ...ofFile, counts })
      })
      .catch((error: unknown) => ctx.log.debug({ err: error }, 'a file proved nobody'))
  }
}
