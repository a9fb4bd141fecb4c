import { parseCookie } from 'cookie'
import type { CookieOptions, Request } from 'express'
import { remembered } from '../cache/remember.ts'

type Cookies = Readonly<Record<string, string | undefined>>

/** Several who look at one request ask for them, and a reader sends the same with each page. */
const KEPT = 1_000
const parsed = remembered(KEPT, (header): Cookies => {
  try {
    return parseCookie(header)
  } catch {
    return {}
  }
})

/** All cookies of a request; a broken header is as good as none. */
export const cookiesOf = (req: Request): Cookies => parsed(req.headers.cookie ?? '')

/**
 * Cookies by which pages of guests may differ: they are part of the key under which such a page is kept. A page reads no other one, but those
 * that keep it from being kept at all (session, flash). A test holds the source against this list.
 */
export const pageCookies = ['lang', 'theme', 'textSize', 'density', 'keys', 'editor', 'commentSort'] as const

/** `secure` follows the connection, so that the same site works on http://localhost and behind TLS. */
export const cookieOptions = (req: Request, maxAgeSeconds: number): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: req.secure,
  path: '/',
  maxAge: maxAgeSeconds * 1000,
})
