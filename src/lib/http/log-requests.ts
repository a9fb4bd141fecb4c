import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import { pinoHttp } from 'pino-http'
import type { Logger } from '../log.ts'
import { localsOf } from './route.ts'

/** Whoever reads the log must not find a key to somebody's account in it. */
const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(/^\/(setup|password\/reset)\/.+/, '/$1/…')

/** One line a request, with the id that an error page shows. The query stays out: a search word or a token isn't the log's business. */
export const logRequests = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    autoLogging: { ignore: (req) => /^\/(assets\/|healthz|readyz)/.test(req.url ?? '') },
    customLogLevel: (_req, res, error) => {
      // They come by the thousand, and are told of together.
      if (localsOf(res as Response).refused) return 'debug'
      return error || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'info' : 'debug'
    },
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({ id: req.id, method: req.method, path: loggedPath(req.url) }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  }) as RequestHandler
