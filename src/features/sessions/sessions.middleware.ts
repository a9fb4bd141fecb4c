import { RedisStore } from 'connect-redis'
import type { Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import { type AppContext, guest } from '../../context.ts'
import { createRecently } from '../../lib/cache/recently.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { maskedToken, newCsrfSecret } from '../../lib/http/csrf.ts'
import { localsOf, type SessionDoor } from '../../lib/http/route.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { findViewer } from './sessions.read-models.ts'

declare module 'express-session' {
  interface SessionData {
    memberId: number
    /** The member's session epoch at log-in: when the member's has grown, this session is over. */
    epoch: number
    csrfSecret: string
  }
}

export const SESSION_COOKIE = 'madang.sid'
const PREFIX = 'session:'
const KEPT_MS = 30 * 86_400_000
/** A session without "keep" lives as long as its browser window, and no longer than this without a page. */
const UNKEPT_SECONDS = 86_400
/** Its end is moved no more often than this. */
const MOVED = { withinMs: 5 * 60_000, most: 20_000 }

/** Guests have no session: it is made at log-in alone, so that their pages can be the same for all and need no Redis. */
export function readSession(ctx: AppContext): RequestHandler {
  const read = session({
    name: SESSION_COOKIE,
    secret: ctx.config.sessionSecret ?? '',
    store: new RedisStore({
      client: ctx.redis,
      prefix: PREFIX,
      ttl: (data) => Math.ceil((data.cookie.originalMaxAge ?? UNKEPT_SECONDS * 1000) / 1000),
      // Pages only read their session. What writes it at the end of a slow request could bring back one that was logged out of meanwhile.
      disableTouch: true,
    }),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
  })
  // A guest who only reads needs none to be made and thrown away.
  return (req, res, next) => (req.method === 'GET' && cookiesOf(req)[SESSION_COOKIE] === undefined ? next() : read(req, res, next))
}

/** Who asks: the member of the session as they stand now, so that a ban, a lost level or a changed password counts at the next request. */
export function addViewer(ctx: AppContext): RequestHandler {
  return async (req, res, next) => {
    const locals = localsOf(res)
    locals.session = sessionDoor(req, res)
    locals.viewer = guest
    const { memberId, epoch } = sessionOf(req)
    if (memberId !== undefined) {
      stayAwake(ctx, req)
      const { adultProof } = await loadSettings(ctx)
      const viewer = await findViewer(ctx.db, { memberId, epoch: epoch ?? -1, adultProof })
      if (viewer) locals.viewer = viewer
      else await locals.session.end()
    } else if (cookiesOf(req)[SESSION_COOKIE] !== undefined) {
      // Of a session that is over: without it, this reader needs no Redis any more.
      res.clearCookie(SESSION_COOKIE, { path: '/' })
    }
    next()
  }
}

/** A page moves the end of an unkept session, on the way and without waiting. EXPIRE never brings back what is gone. */
function stayAwake(ctx: AppContext, req: Request): void {
  if (isKept(req)) return
  const moved = ctx.memory.own('sessions:moved', () => createRecently(ctx.clock, MOVED))
  if (moved.has(req.sessionID)) return
  moved.add(req.sessionID)
  ctx.redis
    .expire(PREFIX + req.sessionID, UNKEPT_SECONDS)
    .catch((error: unknown) => ctx.log.warn({ err: error }, 'a session was not extended'))
}

const sessionOf = (req: Request): Partial<Request['session']> => (req.session as Request['session'] | undefined) ?? {}

const isKept = (req: Request): boolean => typeof sessionOf(req).cookie?.originalMaxAge === 'number'

/** The one place where a session comes to belong to a member: under a fresh id, so that nobody can have planted it. */
const sessionDoor = (req: Request, res: Response): SessionDoor => ({
  kept: isKept(req),
  async begin(member, { keep }) {
    // By the store: a session that was ended in this same request is no more there to be asked.
    await settled((done) => req.sessionStore.regenerate(req, done))
    Object.assign(req.session, { memberId: member.id, epoch: member.sessionEpoch, csrfSecret: newCsrfSecret() })
    if (keep) req.session.cookie.maxAge = KEPT_MS
    // Before the answer: who is told that they are logged in, is.
    await settled((done) => req.session.save(done))
  },
  async end() {
    if (sessionOf(req).memberId !== undefined) await settled((done) => req.session.destroy(done))
    res.clearCookie(SESSION_COOKIE, { path: '/' })
  },
})

const settled = (start: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => (error ? reject(error as Error) : resolve()))
  })

export const csrfSecretOf = (req: Request): string | null => req.session?.csrfSecret ?? null
export const csrfTokenOf = (req: Request): string => maskedToken(req.session?.csrfSecret ?? '')
