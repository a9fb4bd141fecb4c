import type { Request } from 'express'

/**
 * A page of ours asks, as its browser says: by Sec-Fetch-Site, or by the address of the page where it doesn't know that header (or the site has
 * no TLS). Who says neither may be anywhere.
 */
export function isAskedByOwnPage(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  return URL.parse(req.get('referer') ?? '')?.host === req.host
}

/** The query of the page that asks, without its question mark. */
export function queryOfOwnPage(req: Request): string {
  const page = URL.parse(req.get('referer') ?? '')
  return page?.host === req.host ? page.search.slice(1) : ''
}
