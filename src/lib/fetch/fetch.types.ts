import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { IncomingHttpHeaders } from 'node:http'

/** Why nothing came. The first two are ours to say: the request never left. */
export type FetchFailure =
  /** No http(s) address that we ask: another scheme, a password in it, an odd port. */
  | 'address'
  /** It leads to a machine that is not in public. */
  | 'forbidden'
  /** No such name, nobody answers, no valid certificate, an answer that breaks off. */
  | 'unreachable'
  | 'timeout'
  /** Sent on too often, or to nowhere. */
  | 'redirects'
  | 'status'
  | 'type'
  | 'tooLarge'
  /** Packed in a way that we did not ask for, or that can't be unpacked. */
  | 'encoding'

export interface NotFetched {
  ok: false
  why: FetchFailure
  /** Where it ended. */
  url: string
  /** With `status`: what was answered instead (304: it is as you know it). */
  status?: number
}

interface Fetched {
  ok: true
  /** Where it was found, after redirects. */
  url: string
  /** As `text/html`: lower case, without parameters. */
  contentType: string
  headers: IncomingHttpHeaders
  /** There was more; only with `cut`. */
  isCut: boolean
}

export type FetchedBytes = Fetched & { data: Buffer }
export type FetchedPage = Fetched & { text: string }

export interface FetchRequest {
  /** The kinds that are taken; `image/` means all of a family. */
  types?: readonly string[]
  /** Of the body, packed and unpacked alike. */
  maxBytes?: number
  /** Takes the beginning of what is larger, instead of refusing it. */
  cut?: boolean
  /** From the first look-up to the last byte, redirects and all. */
  timeoutMs?: number
  /** What an earlier answer said of itself: unchanged, it is a 304. */
  known?: { etag?: string | undefined; lastModified?: string | undefined }
}

/** Asks addresses that strangers chose. Never throws for what the other side does. */
export interface GuardedFetch {
  fetchPage(url: string, request?: FetchRequest): Promise<FetchedPage | NotFetched>
  fetchBytes(url: string, request?: FetchRequest): Promise<FetchedBytes | NotFetched>
}

type LookupAllCallback = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
export type LookupAll = (hostname: string, options: LookupAllOptions, callback: LookupAllCallback) => void

export interface GuardOptions {
  /** Who we say we are. */
  userAgent: string
  /** How names become addresses; by the name servers of the system unless a test says otherwise. */
  lookup?: LookupAll
  /** For tests: machines and ports of their own that pass as if they were public. */
  letThrough?: { addresses: readonly string[]; ports: readonly number[] }
}
