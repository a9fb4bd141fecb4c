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

/**
 * Cookies by which pages of guests may differ: they are part of the key under which such a page is kept. A page reads no other one, but those
 * that keep it from being kept at all (session, flash). A test holds the source against this list.
 */
export const pageCookies = ['lang', 'theme', 'textSize', 'density', 'keys'] as const

/** `secure` follows the connection, so that the same site works on http://localhost and behind TLS. */
export const cookieOptions = (req: Request, maxAgeSeconds: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: req.secure,
  path: '/',
  maxAge: maxAgeSeconds * 1000,
})
