import type { Request, RequestHandler } from 'express'
import { beforeHeaders } from './before-headers.ts'
import { cookieOptions, cookiesOf } from './cookies.ts'
import { localsOf } from './route.ts'

export const PIN_COOKIE = 'pinned'
/** Longer than a replica that is read may be behind. */
const SECONDS = 3

/** Who has just written reads from the primary, whatever process answers: they see what they wrote. */
export const isPinned = (req: Request): boolean => cookiesOf(req)[PIN_COOKIE] !== undefined

/** Only where there are replicas. Opening a post is writing too: the list then shows it as read. */
export const pinWriters: RequestHandler = (req, res, next) => {
  beforeHeaders(res, () => {
    const { viewer, shown } = localsOf(res)
    const marked = viewer?.memberId != null && Boolean(shown?.viewedPost)
    // What browsers tell the counter by themselves shows on no page.
    const wrote = req.method === 'POST' && !req.path.startsWith('/visitors/')
    if (wrote || marked) res.cookie(PIN_COOKIE, '1', cookieOptions(req, SECONDS))
  })
  next()
}
