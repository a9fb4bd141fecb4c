import { RedisStore } from 'connect-redis'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import { type AppContext, guest } from '../../context.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { maskedToken } from '../../lib/http/csrf.ts'
import { localsOf } from '../../lib/http/route.ts'

declare module 'express-session' {
  interface SessionData {
    memberId: number
    epoch: number
    csrfSecret: string
  }
}

/** Guests have no session: it is made at log-in alone, so that their pages can be the same for all. */
export function readSession(ctx: AppContext): RequestHandler {
  return session({
    name: 'madang.sid',
    secret: ctx.config.sessionSecret ?? '',
    store: new RedisStore({ client: ctx.redis, prefix: 'session:' }),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
  })
}

export function addViewer(_ctx: AppContext): RequestHandler {
  return (_req, res, next) => {
    localsOf(res).viewer = guest
    next()
  }
}

export const csrfSecretOf = (req: Request): string | null => req.session?.csrfSecret ?? null
export const csrfTokenOf = (req: Request): string => maskedToken(req.session.csrfSecret ?? '')

export function themeOf(req: Request): 'auto' | 'light' | 'dark' {
  const chosen = cookiesOf(req)['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}
