import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { askedByScript } from '../../lib/http/asked-by-script.ts'
import { type Day, dayOf } from '../../lib/time/zone.ts'
import { isDeclaredBot } from './visit-facts.policy.ts'

/** After midnight a day stays open for visits that could not be written yet; then its key is destroyed. */
const OPEN_AFTER_MIDNIGHT_MS = 3 * 3_600_000
/** The files of a page are asked for right after it. */
const PROOF_MS = 10 * 60_000

const words = (value: string | string[] | undefined): string => String(value ?? '').toLowerCase()

/** A page that a browser fetches before anyone asked for it has no reader yet. */
const isFetchedAhead = (headers: IncomingHttpHeaders): boolean =>
  purposes.some((name) => headers[name] !== undefined && /prefetch|prerender|preview/.test(words(headers[name])))

const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

/**
 * Who asks: a person, as far as the request tells; a bot that says so (a crawler, a messenger that draws a preview, a program without a name);
 * nobody, where a browser fetches a page ahead of a click.
 * @param botWords parts of names that the owner takes for bots
 */
export function whoAsks(headers: IncomingHttpHeaders, botWords: readonly string[]): 'person' | 'declared' | 'nobody' {
  if (isFetchedAhead(headers)) return 'nobody'
  return isDeclaredBot(headers, botWords) ? 'declared' : 'person'
}

/** Whoever says that they want no part in measurements has none. */
export const refusesMeasuring = (headers: IncomingHttpHeaders): boolean => headers['sec-gpc'] === '1' || headers.dnt === '1'

export interface Answer {
  status: number
  type: string
  path: string
}

export const answerOf = ({ path }: { path: string }, res: ServerResponse): Answer => ({
  status: res.statusCode,
  type: String(res.getHeader('content-type') ?? ''),
  path,
})

/** A whole page that a browser shows as such: not a file, a feed, a redirect, an error, nor what a script fetched. */
export function isPage(headers: IncomingHttpHeaders, { status, type, path }: Answer): boolean {
  const destination = words(headers['sec-fetch-dest'])
  if (destination !== '' && destination !== 'document') return false
  if (askedByScript(headers)) return false
  if (status === 200) return type.startsWith('text/html')
  // "Not changed" tells no type: the browser shows the page that it still has.
  return status === 304 && words(headers.accept).includes('text/html') && !/^\/files\/|^\/visitors\.(json|svg)$/.test(path)
}

/** A browser shows it: no script of the page asked, no picture, no frame. */
export const asksForPage = (headers: IncomingHttpHeaders): boolean =>
  ['', 'document'].includes(words(headers['sec-fetch-dest'])) && !askedByScript(headers) && words(headers.accept).includes('text/html')

/** The files of a page stand for a visit when the page itself gave the cookie. A browser with an older one is known by its pages. */
export const standsForItsPage = (givenAt: Date, now: Date): boolean => Math.abs(now.getTime() - givenAt.getTime()) < PROOF_MS

/** What a writer took up while its day was open has been written by then. */
const GRACE_MS = 3_600_000

/** Days before this one are over: nothing is added to them, and their visitors can't be told apart any more. */
export const firstOpenDay = (now: Date, zone: string): Day => dayOf(new Date(now.getTime() - OPEN_AFTER_MIDNIGHT_MS), zone)

/** Days before this one are written, and the worker closes them. */
export const firstUnclosedDay = (now: Date, zone: string): Day => firstOpenDay(new Date(now.getTime() - GRACE_MS), zone)
