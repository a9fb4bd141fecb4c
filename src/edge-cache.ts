import type { Request, RequestHandler } from 'express'
import type { Config } from './config/config.ts'
import { reservedSlugs } from './features/boards/boards.policy.ts'
import { SESSION_COOKIE } from './features/sessions/sessions.middleware.ts'
import { pageName } from './features/visits/page-name.policy.ts'
import { beforeHeaders } from './lib/http/before-headers.ts'
import { cookiesOf, pageCookies } from './lib/http/cookies.ts'
import { FLASH_COOKIE } from './lib/http/flash.ts'
import { PIN_COOKIE } from './lib/http/pin.ts'
import { chooseLocale } from './lib/i18n/locale.ts'

/** Whoever brings one of these reads a page that no other reader's cache should hold (docs/cdn.md names them to the cache). */
export const ownCookies: readonly string[] = [SESSION_COOKIE, FLASH_COOKIE, PIN_COOKIE, ...pageCookies]
const plainLocale = chooseLocale(undefined, undefined)

type EdgeConfig = Pick<Config, 'edgeCacheSeconds'>

/**
 * Where a shared cache stands in front, it may keep one page of each address: the one of a guest who chose nothing, in the language of those who ask
 * for none. Asked of pages that were held against everything that makes one somebody's own (`guest-pages.ts`), and of nothing else.
 */
export function edgeHeaders({ edgeCacheSeconds: seconds }: EdgeConfig, req: Request): Record<string, string> {
  const cookies = cookiesOf(req)
  const isPlain = chooseLocale(undefined, req.headers['accept-language']) === plainLocale && !ownCookies.some((name) => cookies[name])
  if (seconds === 0 || !isPlain) return {}
  const keys = keysOf(req.path)
  return {
    'cache-control': `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}`,
    'surrogate-key': keys.join(' '),
    'cache-tag': keys.join(','),
  }
}

/**
 * Whatever else leaves says that it must not be kept, if it says nothing of itself or brings a cookie. So a cache that was told too little shows a plain
 * page at the wrong moment, and never what was one reader's.
 */
export function edgeGuard({ edgeCacheSeconds: seconds }: EdgeConfig): RequestHandler {
  if (seconds === 0) return (_req, _res, next) => next()
  return (_req, res, next) => {
    // Registered before all others that look at headers, so it looks at them last.
    beforeHeaders(res, () => {
      if (res.hasHeader('set-cookie') || !res.hasHeader('cache-control')) res.set('Cache-Control', 'private, no-store')
    })
    next()
  }
}

/** What an owner may ask the cache to forget. `site` is on every page: the boxes beside it show names, titles and figures of all boards. */
function keysOf(path: string): string[] {
  const { name, boardSlug } = pageName(path, reservedSlugs)
  const [, first = '', second] = name.split('/')
  if (boardSlug === null) return ['site', first === '' ? 'front' : `part-${first}`]
  return ['site', `board-${boardSlug}`, ...(second === undefined ? [] : [`post-${boardSlug}-${second}`])]
}
