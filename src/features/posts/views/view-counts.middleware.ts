import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from '../../../context.ts'
import { cookiesOf } from '../../../lib/http/cookies.ts'
import { localsOf } from '../../../lib/http/route.ts'
import { VISITOR_COOKIE } from '../../visits/visitor-cookie.types.ts'
import { countView, type Visit } from './view-counts.service.ts'

/** Counts the post that was shown, once its page has left. Nothing here delays a page. */
export type CountView = (req: Request, res: Response) => void

/** Looks at the finished answer: a post that was shown was read. */
export function countViews(countShown: CountView): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET') res.once('finish', () => countShown(req, res))
    next()
  }
}

export const createViewCounter =
  (ctx: AppContext): CountView =>
  (req, res) => {
    const { shown, viewer } = localsOf(res)
    if (!shown?.viewedPost || shown.tells || (res.statusCode !== 200 && res.statusCode !== 304)) return
    countView(ctx, viewer, shown.viewedPost, visitOf(req)).catch((error: unknown) => ctx.log.warn({ err: error }, 'a view went uncounted'))
  }

/** What a request tells of the one who reads. */
export const visitOf = (req: Request): Visit => ({
  address: req.ip,
  userAgent: req.get('user-agent'),
  visitorCookie: cookiesOf(req)[VISITOR_COOKIE],
  purpose: req.get('sec-purpose') ?? req.get('purpose'),
})
