import type { ErrorRequestHandler } from 'express'
import type { AppContext } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { localsOf } from '../../lib/http/route.ts'
import { feedPath } from '../feeds/feeds.paths.ts'
import { findPresentPath } from './post-addresses.read-models.ts'

const feed = /^\/feeds\/([a-z][a-z0-9_-]{0,19})\.xml$/
/** A board's address, with what may follow it: a post's number, and a page of either. */
const address = /^\/([a-z][a-z0-9_-]{0,19})(?:\/([1-9]\d{0,9}))?(\/.*)?$/

/**
 * What was not found may have moved: boards are renamed and merged, and an address that stood in a link once leads there for ever. Only after
 * the site has found nothing: pages that are there pay nothing for it.
 */
export function followOldAddresses(ctx: AppContext): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const { viewer } = localsOf(res)
    const isFeed = feed.test(req.path)
    const [, slug, number, rest = ''] = (isFeed ? feed : address).exec(req.path) ?? []
    const mayHaveMoved = error instanceof NotFound && /^(GET|HEAD)$/.test(req.method) && viewer && !res.headersSent
    if (!mayHaveMoved || slug === undefined) return next(error)
    const to = await findPresentPath(ctx, viewer, { slug, number: number === undefined ? null : Number(number) }).catch(() => undefined)
    if (to === undefined) return next(error)
    const query = req.originalUrl.indexOf('?')
    // For ever, but asked again each time: a board may take its old address back, and then the way leads round.
    res.set('Cache-Control', 'no-cache')
    res.redirect(301, (isFeed ? feedPath({ slug: to.slice(1) }) : to + rest) + (query < 0 ? '' : req.originalUrl.slice(query)))
  }
}
