import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { beforeHeaders } from '../../lib/http/before-headers.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { localsOf, type Told } from '../../lib/http/route.ts'
import { searchedName } from '../../lib/text/searched-name.ts'
import { type Day, dayOf, zonedParts } from '../../lib/time/zone.ts'
import { administers, reservedSlugs } from '../boards/boards.policy.ts'
import { loadSettings } from '../settings/settings.service.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import { maskedAddress } from './masked-address.policy.ts'
import { noteMemberOnline } from './online.service.ts'
import { pageName } from './page-name.policy.ts'
import { visitFacts } from './visit-facts.policy.ts'
import type { VisitRecorder } from './visit-recorder.service.ts'
import { type VisitRules, visitRulesOf } from './visit-rules.policy.ts'
import { newVisitor, readVisitorCookie, type Visitor, visitorCookie } from './visitor-cookie.service.ts'
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from './visitor-cookie.types.ts'
import { type Answer, answerOf, isPage, whoAsks } from './visits.policy.ts'
import { originOf } from './visits.service.ts'
import type { Visit } from './visits.types.ts'

/** Counts one answer, whose status and type are known and whose headers can still be changed. Never fails. */
export type CountVisit = (req: Request, res: Response, answer: Answer, settings: SiteSettings) => void

/** Counts every answer that is a page. */
export function countVisits(ctx: AppContext, countVisit: CountVisit): RequestHandler {
  return async (req, res, next) => {
    // Remembered: the reader was made of them a moment ago.
    const settings = await loadSettings(ctx)
    if (req.method === 'GET' || req.path === '/visitors/shown') beforeHeaders(res, () => countVisit(req, res, answerOf(req, res), settings))
    next()
  }
}

/**
 * A page that a person was shown counts. What a known browser reads is kept before the page leaves, so that a kill takes nothing that was read;
 * who was given their cookie with this very page counts when its last byte is out of our hands, for whoever never got it asks again and
 * would be two. Nothing here makes a page wait for the database, or fail.
 */
export function createVisitCounter(ctx: AppContext, visits: VisitRecorder): CountVisit {
  return (req, res, answer, settings) => {
    try {
      const rules = visitRulesOf(settings)
      const who = whoAsks(req.headers, rules.botWords)
      if (who !== 'nobody' && !rules.ignores(req.ip)) count(req, res, answer, who, rules)
    } catch (error) {
      ctx.log.error({ err: error }, 'a visit went uncounted')
    }
  }

  function count(req: Request, res: Response, answer: Answer, who: 'person' | 'declared', rules: VisitRules): void {
    const { shownLater, shown, told } = localsOf(res)
    if (shownLater === undefined && told === undefined && !isPage(req.headers, answer)) return
    // Or a shared cache would have given its first reader's count for all of them. A bot tells nothing: it counts where it comes through.
    if (shown?.tells && who === 'person') return
    const { now: at, zone, viewer } = localsOf(res).reader
    if (administers(viewer) && !rules.countsStaff) return
    const quiet = who === 'person' && rules.isQuiet(req.headers)
    const { day, hour } = zonedParts(at, zone)
    const cookie = cookiesOf(req)[VISITOR_COOKIE]
    // Whoever asks not to be followed since is rid of it.
    if (quiet && cookie !== undefined) res.clearCookie(VISITOR_COOKIE, { path: '/' })
    const known = quiet ? null : readVisitorCookie(ctx, cookie)
    const { id: visitor } = known ?? (who === 'person' && !quiet ? giveCookie(req, res, at) : newVisitor(at))
    const stands = known !== null && visits.knows({ day, visitor, stranger: false, origin: null })
    const visit: Visit = {
      ...{ day, hour, at, visitor, stranger: known === null, class: who, proved: (shownLater ?? told) !== undefined },
      counts: true,
      by: told === undefined ? 'page' : 'request',
      // What is kept of a visit stands in the database: only the page is new.
      ...(stands ? { origin: null, maskedAddress: '' } : whoseRequest(ctx, req, day, { quiet })),
      facts: quiet || stands ? null : factsOf(req, told, who, rules),
      member: viewer.memberId !== null && !quiet,
      cameBefore: known !== null && dayOf(known.givenAt, zone) < day,
      page: quiet ? null : { ...pageName(told?.name ?? shownLater ?? req.path, reservedSlugs), postId: shown?.viewedPost ?? null },
    }
    if (known === null) res.once('finish', () => visits.record(visit))
    else visits.record(visit)
    if (visit.member && viewer.memberId !== null) void noteMemberOnline(ctx, viewer.memberId, at)
    if (who === 'person' && !quiet && shown?.searched) noteSearch(day, hour, shown.searched)
  }

  /** Only a page that counts gives the cookie: whoever saw nothing but an error is no visitor by the stylesheet of that error. */
  function giveCookie(req: Request, res: Response, at: Date): Visitor {
    const visitor = newVisitor(at)
    res.cookie(VISITOR_COOKIE, visitorCookie(ctx, visitor), cookieOptions(req, VISITOR_COOKIE_SECONDS))
    return visitor
  }

  function noteSearch(day: Day, hour: number, { words, found }: { words: string; found: boolean }): void {
    const name = searchedName(words)
    if (name === null) return
    visits.note({ day, hour, kind: 'search', name })
    if (!found) visits.note({ day, hour, kind: 'search-empty', name })
  }
}

const queryOf = (req: Request): string => req.originalUrl.split('?')[1] ?? ''

function factsOf(req: Request, told: Told | undefined, who: 'person' | 'declared', { botWords }: VisitRules) {
  const headers = told === undefined ? req.headers : { ...req.headers, referer: told.referrer }
  return visitFacts(headers, { query: told?.query ?? queryOf(req), host: req.host }, { bot: who === 'declared', botWords })
}

/** Where it came from, as far as it is kept: the whole address is left out here already. */
export const whoseRequest = (ctx: AppContext, req: Request, day: Day, { quiet }: { quiet: boolean }) => ({
  origin: originOf(ctx, day, req.ip ?? '', req.get('user-agent') ?? ''),
  maskedAddress: quiet ? '' : maskedAddress(req.ip ?? ''),
})
