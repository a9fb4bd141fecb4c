import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { Forbidden } from './errors.ts'

const SECRET_BYTES = 24

export const newCsrfSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** The secret under a fresh mask, so that a compressed page never holds the same token twice (BREACH). */
export function maskedToken(secret: string): string {
  const plain = Buffer.from(secret, 'base64url')
  const mask = randomBytes(plain.length)
  return Buffer.concat([mask, xor(plain, mask)]).toString('base64url')
}

/**
 * A changing request must come from our own page. Browsers say where a request comes from (Sec-Fetch-Site, or Origin); a client that says
 * neither is no browser and carries no victim's cookies (the same rule as Go's CrossOriginProtection). Whoever is logged in must also
 * show the token of their session.
 * @throws Forbidden
 */
export function proveIntent(req: Request, sessionSecret: string | null): void {
  const site = req.get('sec-fetch-site')
  if (site !== undefined ? site !== 'same-origin' : !originIsOurs(req)) throw new Forbidden('cross-site request', 'errors.crossSite')
  if (sessionSecret === null) return
  const given = (req.body as { _csrf?: unknown } | undefined)?._csrf ?? req.get('x-csrf-token')
  if (typeof given !== 'string' || !tokenMatches(given, sessionSecret)) throw new Forbidden('csrf token', 'errors.staleForm')
}

function originIsOurs(req: Request): boolean {
  const origin = req.get('origin')
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === req.host
}

function tokenMatches(token: string, secret: string): boolean {
  const bytes = Buffer.from(token, 'base64url')
  const plain = Buffer.from(secret, 'base64url')
  if (bytes.length !== plain.length * 2) return false
  return timingSafeEqual(xor(bytes.subarray(plain.length), bytes.subarray(0, plain.length)), plain)
}

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))
