import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { AppContext } from './context.ts'
import type { SharedMemory } from './lib/cache/shared-memory.ts'
import { isDatabaseUnavailable } from './lib/db/errors.ts'
import type { Replica } from './lib/db/replica.ts'
import { HttpError } from './lib/http/errors.ts'
import { isPinned } from './lib/http/pin.ts'
import { localsOf } from './lib/http/route.ts'
import { routes } from './routes.ts'

/**
 * Pages whose door says so are read from a replica, unless their reader has just written. What fails there, and what is missing there but may
 * have been written a moment ago, goes on to the routes of the primary, as does everything else.
 */
export function readFromReplicas(ctx: AppContext): RequestHandler {
  const sources = ctx.replicas.map((replica) => ({ replica, pages: pagesFrom(ctx, replica) }))
  let turn = 0
  return async (req, res, next) => {
    // Where changes may go unheard, nobody knows what a replica would have to hold.
    if (req.method !== 'GET' || isPinned(req) || !(await ctx.content.heard())) return next()
    turn += 1
    for (let step = 0; step < sources.length; step += 1) {
      const source = sources[(turn + step) % sources.length]
      const lacks = source?.replica.lacks() ?? null
      if (source && lacks !== null) {
        localsOf(res).lacks = { milliseconds: lacks, content: !source.replica.hasAllContent() }
        return source.pages(req, res, next)
      }
    }
    next()
  }
}

/** Every door once more, but on the replica; those that aren't for it are left out by `createRouter`. */
function pagesFrom(ctx: AppContext, replica: Replica): Router {
  const pages = Router()
  const there = { ...ctx, db: replica.db, memory: memoryOf(ctx.memory, replica), fromReplica: true as const }
  for (const { router, doors } of routes(there)) if (doors.length > 0) pages.use(router)
  pages.use(((error, _req, res, next) => {
    const { lacks } = localsOf(res)
    const known = error instanceof HttpError
    if (!known && (isDatabaseUnavailable(error) || 'sqlState' in Object(error))) replica.failed(error)
    if (res.headersSent || (known && !lacks?.content)) return next(error)
    next()
  }) satisfies ErrorRequestHandler)
  pages.use((_req, res, next) => {
    delete localsOf(res).lacks
    next()
  })
  return pages
}

/** What all pages share is never made of less than all. */
const memoryOf = (memory: SharedMemory, replica: Replica): SharedMemory => ({
  ...memory,
  get: (key, load) => (replica.hasAllContent() ? memory.get(key, load) : (memory.known(key) ?? load())),
})
