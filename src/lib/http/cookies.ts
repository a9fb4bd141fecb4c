import { parseCookie } from 'cookie'
import type { CookieOptions, Request } from 'express'

/** All cookies of a request; a broken header is as good as none. */
export function cookiesOf(req: Request): Record<string, string | undefined> {
  try {
    return parseCookie(req.headers.cookie ?? '')
  } catch {
    return {}
  }
}

/** `secure` follows the connection, so that the same site works on http://localhost and behind TLS. */
export const cookieOptions = (req: Request, maxAgeSeconds: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: req.secure,
  path: '/',
  maxAge: maxAgeSeconds * 1000,
})
