import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { beforeHeaders } from '../../lib/http/before-headers.ts'
import { cookieOptions, cookiesOf } from '../../lib/http/cookies.ts'
import { localsOf } from '../../lib/http/route.ts'
import { type Day, dayOf, zonedParts } from '../../lib/time/zone.ts'
import { reservedSlugs } from '../boards/boards.policy.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { maskedAddress } from './masked-address.policy.ts'
import { pageName } from './page-name.policy.ts'
import type { VisitRecorder } from './visit-recorder.service.ts'
import { newVisitor, readVisitorCookie, VISITOR_COOKIE, VISITOR_COOKIE_SECONDS, visitorCookie } from './visitor-cookie.service.ts'
import { isPage, isPerson, provesItsPage } from './visits.policy.ts'
import { originOf } from './visits.service.ts'

/** Looks at the finished answer: a page that a person was shown counts. Nothing here delays a page or can make it fail. */
export function countVisits(ctx: AppContext, visits: VisitRecorder): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET' && isPerson(req.headers)) watch(req, res)
    next()
  }

  function watch(req: Request, res: Response): void {
    const { now: at, zone, viewer } = localsOf(res).reader
    const known = readVisitorCookie(ctx, cookiesOf(req)[VISITOR_COOKIE])
    const { id } = known ?? giveCookie(ctx, req, res, at)
    res.once('finish', () => {
      if (!isPage(req.headers, answerOf(req, res))) return
      const { day, hour } = zonedParts(at, zone)
      visits.record({
        ...{ day, hour, at, visitor: id, stranger: known === null, class: 'person', proved: false },
        ...whoseRequest(ctx, req, day),
        member: viewer.memberId !== null,
        cameBefore: known !== null && dayOf(known.givenAt, zone) < day,
        page: { ...pageName(req.path, reservedSlugs), postId: localsOf(res).viewedPost ?? null },
      })
    })
  }
}

/** Only a page that counts gives the cookie: whoever saw nothing but an error is no visitor by the stylesheet of that error. */
function giveCookie(ctx: AppContext, req: Request, res: Response, at: Date) {
  const visitor = newVisitor(at)
  beforeHeaders(res, () => {
    if (!isPage(req.headers, answerOf(req, res))) return
    res.cookie(VISITOR_COOKIE, visitorCookie(ctx, visitor), cookieOptions(req, VISITOR_COOKIE_SECONDS))
  })
  return visitor
}

/**
 * Of two browsers behind one address, the second looks like a reload of the first until it shows the cookie that it was given. Its next
 * page does; and so do the files of its first one, for whoever reads no second.
 */
export function countVisitsByFiles(ctx: AppContext, visits: VisitRecorder): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET' && req.path.startsWith('/assets/')) watch(req, res)
    next()
  }

  function watch(req: Request, res: Response): void {
    const known = readVisitorCookie(ctx, cookiesOf(req)[VISITOR_COOKIE])
    if (!known || !provesItsPage(known.givenAt, ctx.clock.now()) || !isPerson(req.headers)) return
    res.once('finish', () => {
      if (res.statusCode !== 200 && res.statusCode !== 304) return
      const { id: visitor, givenAt: at } = known
      loadSettings(ctx)
        .then(({ zone }) => {
          // It counts for the day of its page, which may have ended since.
          const { day, hour } = zonedParts(at, zone)
          const origin = originOf(ctx, day, req.ip ?? '', req.get('user-agent') ?? '')
          if (visits.proved({ day, visitor, stranger: false, origin })) return
          visits.record({
            ...{ day, hour, at, visitor, stranger: false, class: 'person', proved: true, member: false, cameBefore: false, page: null },
            ...whoseRequest(ctx, req, day),
          })
        })
        .catch((error: unknown) => ctx.log.debug({ err: error }, 'a file proved nobody'))
    })
  }
}

/** Where it came from, as far as it is kept: its address is left out here already. */
const whoseRequest = (ctx: AppContext, req: Request, day: Day) => ({
  origin: originOf(ctx, day, req.ip ?? '', req.get('user-agent') ?? ''),
  maskedAddress: maskedAddress(req.ip ?? ''),
  address: null,
  facts: null,
})

const answerOf = (req: Request, res: Response) => ({
  status: res.statusCode,
  type: String(res.getHeader('content-type') ?? ''),
  path: req.path,
})
