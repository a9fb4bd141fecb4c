import type { Request, RequestHandler, Response } from 'express'
import type { Config } from './config/config.ts'
import { reservedSlugs } from './features/boards/boards.policy.ts'
import { SESSION_COOKIE } from './features/sessions/sessions.middleware.ts'
import { pageName } from './features/visits/page-name.policy.ts'
import { beforeHeaders } from './lib/http/before-headers.ts'
import { cookiesOf, pageCookies } from './lib/http/cookies.ts'
import { FLASH_COOKIE } from './lib/http/flash.ts'
import { localsOf } from './lib/http/route.ts'
import { chooseLocale } from './lib/i18n/locale.ts'

/** Whoever brings one of these reads a page that no other reader's cache should hold (docs/cdn.md names them to the cache). */
export const ownCookies: readonly string[] = [SESSION_COOKIE, FLASH_COOKIE, ...pageCookies]
const plainLocale = chooseLocale(undefined, undefined)

/**
 * Where a shared cache stands in front, it may keep one page of each address: the one of a guest who chose nothing. It was held against everything
 * that makes a page somebody's own (`guest-pages.ts`), bears no cookie, and is in the language of those who ask for none; whatever else leaves says
 * that it must not be kept. So a cache that was told too little shows a plain page at the wrong moment, and never what was one reader's.
 */
export function edgeCache({ edgeCacheSeconds: seconds }: Pick<Config, 'edgeCacheSeconds'>): RequestHandler {
  if (seconds === 0) return (_req, _res, next) => next()
  const kept = `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}`
  return (req, res, next) => {
    // Registered before all others that look at headers, so it looks at them last.
    beforeHeaders(res, () => {
      const hasCookie = res.hasHeader('set-cookie')
      if (!hasCookie && isPlain(req, res)) {
        const keys = keysOf(req.path)
        res.set({ 'Cache-Control': kept, 'Surrogate-Key': keys.join(' '), 'Cache-Tag': keys.join(',') })
      } else if (hasCookie || !res.hasHeader('cache-control')) res.set('Cache-Control', 'private, no-store')
    })
    next()
  }
}

function isPlain(req: Request, res: Response): boolean {
  const { everyones, reader } = localsOf(res)
  if (!everyones || reader.locale !== plainLocale) return false
  const cookies = cookiesOf(req)
  return !ownCookies.some((name) => cookies[name] !== undefined)
}

/** What an owner may ask the cache to forget. `site` is on every page: the boxes beside it show names, titles and figures of all boards. */
function keysOf(path: string): string[] {
  const { name, boardSlug } = pageName(path, reservedSlugs)
  const [, first = '', second] = name.split('/')
  if (boardSlug === null) return ['site', first === '' ? 'front' : `part-${first}`]
  return ['site', `board-${boardSlug}`, ...(second === undefined ? [] : [`post-${boardSlug}-${second}`])]
}
