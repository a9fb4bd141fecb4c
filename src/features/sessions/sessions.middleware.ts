import { RedisStore } from 'connect-redis'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import { type AppContext, guest } from '../../context.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { maskedToken, newCsrfSecret } from '../../lib/http/csrf.ts'
import { localsOf, type SessionDoor } from '../../lib/http/route.ts'
import { findViewer } from './sessions.read-models.ts'

declare module 'express-session' {
  interface SessionData {
    memberId: number
    /** The member's session epoch at log-in: when the member's has grown, this session is over. */
    epoch: number
    csrfSecret: string
  }
}

const COOKIE = 'madang.sid'
const KEPT_MS = 30 * 86_400_000
/** A session without "keep" lives as long as its browser window, and no longer than this without a page. */
const UNKEPT_SECONDS = 86_400

/** Guests have no session: it is made at log-in alone, so that their pages can be the same for all and need no Redis. */
export function readSession(ctx: AppContext): RequestHandler {
  return session({
    name: COOKIE,
    secret: ctx.config.sessionSecret ?? '',
    store: new RedisStore({
      client: ctx.redis,
      prefix: 'session:',
      ttl: (data) => Math.ceil((data.cookie.originalMaxAge ?? UNKEPT_SECONDS * 1000) / 1000),
    }),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
  })
}

/** Who asks: the member of the session as they stand now, so that a ban, a lost level or a changed password counts at the next request. */
export function addViewer(ctx: AppContext): RequestHandler {
  return async (req, res, next) => {
    const locals = localsOf(res)
    locals.session = sessionDoor(req)
    locals.viewer = guest
    const { memberId, epoch } = req.session
    if (memberId !== undefined) {
      const viewer = await findViewer(ctx.db, memberId, epoch ?? -1)
      if (viewer) locals.viewer = viewer
      else await locals.session.end()
    }
    next()
  }
}

const sessionDoor = (req: Request): SessionDoor => ({
  async begin(member, { keep }) {
    await new Promise<void>((done, fail) => req.session.regenerate((error) => (error ? fail(error) : done())))
    Object.assign(req.session, { memberId: member.id, epoch: member.sessionEpoch, csrfSecret: newCsrfSecret() })
    if (keep) req.session.cookie.maxAge = KEPT_MS
    await new Promise<void>((done, fail) => req.session.save((error) => (error ? fail(error) : done())))
  },
  async end() {
    await new Promise<void>((done, fail) => req.session.destroy((error) => (error ? fail(error) : done())))
    req.res?.clearCookie(COOKIE, { path: '/' })
  },
})

export const csrfSecretOf = (req: Request): string | null => req.session?.csrfSecret ?? null
export const csrfTokenOf = (req: Request): string => maskedToken(req.session?.csrfSecret ?? '')

export function themeOf(req: Request): 'auto' | 'light' | 'dark' {
  const chosen = cookiesOf(req)['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}
