import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from './context.ts'
import { createBusyPage } from './error-pages.ts'
import { SESSION_COOKIE } from './features/sessions/sessions.middleware.ts'
import { beforeHeaders } from './lib/http/before-headers.ts'
import { cookiesOf } from './lib/http/cookies.ts'
import { createTurns, type Rank } from './lib/http/load-shedding.ts'
import { localsOf } from './lib/http/route.ts'
import type { Assets } from './lib/views/assets.ts'

export interface OverloadGuard {
  /** Behind kept pages, and before anything is asked of database or Redis: who reads waits here. */
  reads: RequestHandler
  /** Behind the reading of forms, so that a slow line takes up nobody's turn: who writes waits here. */
  writes: RequestHandler
  /** For seconds on end more has come than can be done. */
  overloaded(): boolean
}

/** Changes under way, those included whose form is still on its way to us. */
const MOST_CHANGES = 500
/** Who comes back does so within seconds, and not all at once. */
const RETRY_AFTER = { least: 3, spread: 5 }
const SAY_EVERY_MS = 10_000

/** Over capacity this process goes on doing as much as it can: the rest is told to come back, before it costs anything. */
export function guardAgainstOverload(ctx: AppContext, assets: Assets): OverloadGuard {
  const turns = createTurns()
  ctx.onClose(async () => turns.close())
  const busyPage = createBusyPage(ctx, assets)
  let changes = 0
  let refused = 0
  let saidAt = -Infinity
  let unsaid = 0

  const refuse = (req: Request, res: Response) => {
    refused += 1
    unsaid += 1
    if (performance.now() - saidAt > SAY_EVERY_MS) {
      ctx.log.warn({ refused: unsaid }, 'over capacity: readers were asked to come back')
      saidAt = performance.now()
      unsaid = 0
    }
    localsOf(res).refused = true
    const { type, body } = busyPage(req)
    const retryAfter = RETRY_AFTER.least + (refused % RETRY_AFTER.spread)
    res
      .status(503)
      .set({ 'Content-Type': type, 'Cache-Control': 'no-store', 'Retry-After': String(retryAfter) })
      .end(body)
  }

  const inTurn = async (rank: Rank, req: Request, res: Response, next: () => void) => {
    const done = await turns.take(rank)
    if (done === null) return refuse(req, res)
    // Who has gone meanwhile is not worked for.
    if (res.closed) return done()
    // From there on it is up to the reader's line.
    beforeHeaders(res, done)
    res.once('close', done)
    next()
  }

  return {
    overloaded: () => turns.overloaded,
    reads(req, res, next) {
      if (!isChange(req)) return inTurn(hasSession(req) ? 'member' : 'guest', req, res, next)
      if (changes >= MOST_CHANGES) return refuse(req, res)
      changes += 1
      res.once('close', () => {
        changes -= 1
      })
      next()
    },
    writes(req, res, next) {
      // The files of a form are read further on.
      if (!isChange(req) || req.is('multipart/form-data')) return next()
      return inTurn(isTelling(req) ? 'guest' : 'write', req, res, next)
    },
  }
}

const isChange = (req: Request) => req.method === 'POST'
/** What scripts of pages tell the counter. */
const isTelling = (req: Request) => req.path.startsWith('/visitors/')
const hasSession = (req: Request) => cookiesOf(req)[SESSION_COOKIE] !== undefined
