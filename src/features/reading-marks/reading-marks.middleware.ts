import type { RequestHandler } from 'express'
import type { AppContext } from '../../context.ts'
import { localsOf } from '../../lib/http/route.ts'
import { rememberReading } from './reading-marks.service.ts'

/** Looks at the finished answer: a member who was shown a post has read it. A page that was fetched ahead of a click was seen by nobody. */
export function rememberReadings(ctx: AppContext): RequestHandler {
  return (req, res, next) => {
    const purpose = req.get('sec-purpose') ?? req.get('purpose')
    if (req.method === 'GET' && !purpose?.includes('prefetch')) {
      res.once('finish', () => {
        const { shown, viewer } = localsOf(res)
        if (shown?.viewedPost && res.statusCode === 200) rememberReading(ctx, viewer, shown.viewedPost)
      })
    }
    next()
  }
}
