import type { Clock } from '../time/clock.ts'
import { type BoundedStore, createBoundedStore } from './bounded-store.ts'
import type { ContentStamp } from './content-stamp.ts'
import { type FinishedPage, type KeptPage, keptPage } from './kept-page.ts'

export interface PageCache {
  /** A page that may be shown now: kept, or being made by somebody who asked after the last change too. */
  find(key: string): Promise<KeptPage | null>
  /** What it was like when it was last made, for a time in which no page can be made; half a minute old at most. */
  stale(key: string): KeptPage | null
  /** Call before the page is begun, and what it returns when it is finished: with the page, or null when it may not be kept. */
  begin(key: string): (page: FinishedPage | null, lacks?: Lack) => KeptPage | null
}

/** What a page may lack that was made of a copy: everything of the last milliseconds, and perhaps changes that were known when it was begun. */
export interface Lack {
  milliseconds: number
  content: boolean
}

export interface PageCacheOptions {
  /** In bytes. */
  budget: number
  stamp: ContentStamp
  clock: Clock
}

/** The visitor counter in a page is a second old when it is made, and no older than five when it is shown. */
const MAX_AGE_MS = 3_000
/** While a change in another process may go unheard. */
const UNHEARD_AGE_MS = 1_000
/** What was hidden or changed meanwhile is shown no longer than this, and only while the site is over capacity. */
const STALE_AGE_MS = 30_000

interface Dated<T> {
  page: T
  /** The content stamp with which it was begun. */
  stamp: number
  /** All that was acknowledged before is in it. */
  startedAt: number
  /** Nothing else that was known when it was begun is missing. */
  whole: boolean
}

/** Whole pages in this process. What `find` gives was begun after the last change of content, wherever that was made. */
export function createPageCache({ budget, stamp, clock }: PageCacheOptions): PageCache {
  const pages: BoundedStore<Dated<KeptPage>> = createBoundedStore(budget)
  /** Being made. */
  const flights = new Map<string, Dated<Promise<KeptPage | null>>>()
  stamp.onMove(() => flights.clear())

  const now = () => clock.now().getTime()
  const isUnchanged = (known: Dated<unknown>) => known.stamp === stamp.current()
  const isFresh = async ({ startedAt, whole }: Dated<unknown>) => {
    // A clock that is set back makes nothing younger.
    const age = Math.abs(now() - startedAt)
    return age < UNHEARD_AGE_MS || (whole && age < MAX_AGE_MS && (await stamp.heard()))
  }

  return {
    async find(key) {
      const known = pages.get(key)
      // Asking may have brought the news of a change.
      if (known && isUnchanged(known) && (await isFresh(known)) && isUnchanged(known)) return known.page
      return flights.get(key)?.page ?? null
    },
    stale(key) {
      const known = pages.get(key)
      return known && Math.abs(now() - known.startedAt) < STALE_AGE_MS ? known.page : null
    },
    begin(key) {
      const before = stamp.current()
      const startedAt = now()
      const { promise, resolve } = Promise.withResolvers<KeptPage | null>()
      const flight = { page: promise, stamp: before, startedAt, whole: true }
      flights.set(key, flight)
      return (finished, lacks = { milliseconds: 0, content: false }) => {
        if (flights.get(key) === flight) flights.delete(key)
        const page = finished && keptPage(finished, (bytes) => pages.grow(key, entry, bytes))
        const entry = { page: page as KeptPage, stamp: before, startedAt: startedAt - lacks.milliseconds, whole: !lacks.content }
        // What was rendered while something changed may be of before or after.
        if (page && stamp.current() === before) pages.set(key, entry, page.size)
        resolve(page)
        return page
      }
    },
  }
}
