import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../../config/config.ts'
import { frameHosts } from '../html/embeds.ts'
import { BadRequest, HttpError } from './errors.ts'

/** Everything comes from our own origin, nothing is inline: no nonce, so that pages may be cached. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        mediaSrc: ["'self'"],
        // Players of other sites, once a reader has pressed play.
        frameSrc: frameHosts.map((host) => `https://${host}`),
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Only ever sent where the site is reached by TLS; on plain HTTP browsers ignore it.
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
  }) as RequestHandler

/** With BASE_URL set, the site answers under that name alone. Health checks come before this. */
export function knownHost(config: Pick<Config, 'baseUrl'>): RequestHandler {
  if (config.baseUrl === null) return (_req, _res, next) => next()
  const { host } = new URL(config.baseUrl)
  return (req, _res, next) => next(req.host === host ? undefined : new HttpError(421, `unknown host ${req.host}`))
}

/** `GET *` has no path for a session's cookie to belong to, nor for a page to stand at. */
export const pathsOnly: RequestHandler = (req, _res, next) => next(req.path.startsWith('/') ? undefined : new BadRequest('no path'))
