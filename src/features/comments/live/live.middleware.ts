import type { Request, RequestHandler, Response } from 'express'
import type { AppContext } from '../../../context.ts'
import { createEventStreams, type EventStreams } from '../../../lib/http/event-streams.ts'
import { hostOf } from '../../../lib/http/limits.ts'
import { isAskedByOwnPage } from '../../../lib/http/own-page.ts'
import { openRedis, type Redis } from '../../../lib/redis/redis.ts'
import { loadSettings } from '../../settings/settings.service.ts'
import { livePath } from './live.paths.ts'
import { type Known, lastNumbers } from './live.read-models.ts'
import { WatchQuery } from './live.schemas.ts'
import { changesChannel, readChange } from './live.service.ts'
import { readWatchKey, watchKeyOf } from './watch-key.service.ts'

/** Posts that are watched, with what their page knows. */
type Watched = ReadonlyMap<number, Known>

/** To who is refused a stream: their page works without. */
const COME_BACK_SECONDS = '60'

/**
 * The door of streams. It stands before everything that takes a request for a page: a stream is no visit, has no session, no turn among those who wait,
 * and nothing of it is held in memory but its two ends.
 */
export function openLiveStreams(ctx: AppContext): RequestHandler {
  const streams = createEventStreams((topic, listeners) => ({ event: 'changed', data: `${watchKeyOf(ctx, Number(topic))} ${listeners}` }))
  let ear: Ear | null = null
  ctx.onClose(async () => {
    streams.close()
    if (ear?.line.isOpen) ear.line.destroy()
  })

  return async (req, res, next) => {
    if (!req.url.startsWith(livePath) || req.path !== livePath || req.method !== 'GET' || !isAskedByOwnPage(req)) return next()
    const watched = watchedBy(ctx, req)
    if (watched === null) return next()
    // By this answer a browser knows that there is no use in asking again.
    if (!(await loadSettings(ctx)).liveComments) return void res.status(204).end()
    const topics = [...watched.keys()].map(String)
    if (!streams.open(res, { address: hostOf(req.ip), topics })) return refuse(res)
    ear ??= hear(ctx, streams)
    await ear.listening
    await tellMissed(ctx, streams, res, watched)
  }
}

function watchedBy(ctx: AppContext, req: Request): Watched | null {
  const query = WatchQuery.safeParse(req.query)
  if (!query.success) return null
  const watched = query.data.on.map(({ key, ...known }) => [readWatchKey(ctx, key), known] as const)
  return watched.every((each): each is [number, Known] => each[0] !== null) ? new Map(watched) : null
}

const refuse = (res: Response) => void res.status(429).set({ 'Retry-After': COME_BACK_SECONDS, 'Cache-Control': 'no-store' }).end()

interface Ear {
  line: Redis
  /** From then on nothing goes unheard. */
  listening: Promise<void>
}

/** A connection of its own: one that listens can't do anything else. Processes without streams have none. */
function hear(ctx: AppContext, streams: EventStreams): Ear {
  const line = openRedis(ctx.config.redisUrl ?? '', ctx.log)
  const listening = new Promise<void>((resolve) => {
    line.once('ready', () => {
      line
        .subscribe(changesChannel(ctx), (message) => {
          const { postId, isLater } = readChange(message)
          if (isLater) streams.tellLater(postId)
          else streams.tell(postId)
        })
        .then(resolve, (error: unknown) => {
          ctx.log.warn({ err: error }, 'changed comments are not told')
        })
      // What is said while the line is cut is unknown.
      line.on('ready', () => streams.tellAll())
    })
  })
  return { line, listening }
}

/** What was written or changed between the making of the page and this moment; who hangs on the stream already hears what comes after. */
async function tellMissed(ctx: AppContext, streams: EventStreams, res: Response, watched: Watched): Promise<void> {
  try {
    const now = await lastNumbers(ctx, [...watched.keys()])
    for (const [postId, known] of watched) {
      const { last = 0, changes = 0 } = now.get(postId) ?? {}
      if (last > known.last || changes > known.changes) streams.tellOne(res, String(postId))
    }
  } catch (error) {
    ctx.log.debug({ err: error }, 'what a reader missed is not known')
  }
}
