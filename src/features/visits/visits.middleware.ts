import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { beforeHeaders } from '../../lib/http/before-headers.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { localsOf, type Told } from '../../lib/http/route.ts'
import { searchedName } from '../../lib/text/searched-name.ts'
import { type Day, dayOf, zonedParts } from '../../lib/time/zone.ts'
import { administers, reservedSlugs } from '../boards/boards.policy.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { maskedAddress } from './masked-address.policy.ts'
import { noteMemberOnline } from './online.service.ts'
import { pageName } from './page-name.policy.ts'
import { visitFacts } from './visit-facts.policy.ts'
import type { VisitRecorder } from './visit-recorder.service.ts'
import { type VisitRules, visitRulesOf } from './visit-rules.policy.ts'
import { newVisitor, readVisitorCookie, type Visitor, visitorCookie } from './visitor-cookie.service.ts'
import { VISITOR_COOKIE, VISITOR_COOKIE_SECONDS } from './visitor-cookie.types.ts'
import { isPage, whoAsks } from './visits.policy.ts'
import { originOf } from './visits.service.ts'
import type { Visit } from './visits.types.ts'

/**
 * A page that a person was shown counts. What a known browser reads is kept before the page leaves, so that a kill takes nothing that was read;
 * who was given their cookie with this very page counts when its last byte is out of our hands, for whoever never got it asks again and
 * would be two. Nothing here makes a page wait for the database, or fail.
 */
export function countVisits(ctx: AppContext, visits: VisitRecorder): RequestHandler {
  return async (req, res, next) => {
    // Remembered: the reader was made of them a moment ago.
    const rules = visitRulesOf(await loadSettings(ctx))
    const who = whoAsks(req.headers, rules.botWords)
    if ((req.method === 'GET' || req.path === '/visitors/shown') && who !== 'nobody' && !rules.ignores(req.ip))
      beforeHeaders(res, () => unlessItFails(() => count(req, res, who, rules)))
    next()
  }

  function count(req: Request, res: Response, who: 'person' | 'declared', rules: VisitRules): void {
    const { shownLater, shown, told } = localsOf(res)
    const answer = { status: res.statusCode, type: String(res.getHeader('content-type') ?? ''), path: req.path }
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
    const visit: Visit = {
      ...{ day, hour, at, visitor, stranger: known === null, class: who, proved: (shownLater ?? told) !== undefined },
      ...whoseRequest(ctx, req, day, { quiet }),
      counts: true,
      by: told === undefined ? 'page' : 'request',
      facts: quiet ? null : factsOf(req, told, who, rules),
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

  function unlessItFails(work: () => void): void {
    try {
      work()
    } catch (error) {
      ctx.log.error({ err: error }, 'a visit went uncounted')
    }
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
  facts: null,
})
