import type { CommentSort } from '../../boards/board-settings.types.ts'

/**
 * Where the pages of a long thread begin. Threads stay whole, each read from top to bottom; only their roots are put in another order. How many
 * comments are drawn is kept for the threads of so many root numbers together (`comment_buckets`), so that a page is found by adding up those
 * few figures, and then passing over less than one bucket.
 */

export const PAGE_SIZE = 100
export const ROOTS_PER_BUCKET = 64

/** Threads whose roots have numbers of one stretch; by votes, those of them alone that have as many. */
export interface Bucket {
  /** Least for most votes; 0 where votes play no part. */
  bestRank: number
  bucket: number
  drawn: number
}

export interface ThreadPlace {
  page: number
  pageCount: number
  /** The bucket in which the page begins, and that in which it ends; null: the whole thread. */
  buckets: { first: Bucket; last: Bucket } | null
  /** Comments to pass over in the first. */
  skip: number
}

export const bucketOf = (root: number): number => Math.floor(root / ROOTS_PER_BUCKET)
export const firstRootOf = (bucket: number): number => bucket * ROOTS_PER_BUCKET
export const lastRootOf = (bucket: number): number => firstRootOf(bucket + 1) - 1
export const rootOf = (path: Buffer): number => path.readUInt32BE(0)

type Order = (a: Pick<Bucket, 'bestRank' | 'bucket'>, b: Pick<Bucket, 'bestRank' | 'bucket'>) => number

const orders: Record<CommentSort, Order> = {
  oldest: (a, b) => a.bucket - b.bucket,
  newest: (a, b) => b.bucket - a.bucket,
  best: (a, b) => a.bestRank - b.bestRank || a.bucket - b.bucket,
}

/** @param most as many comments as the post ever had: without buckets no more are known of, and up to one page there is nothing to find */
export function placeOfPage(
  buckets: readonly Bucket[],
  { sort, page: wanted, most }: { sort: CommentSort; page: number; most: number },
): ThreadPlace {
  const drawn = buckets.length === 0 || most <= PAGE_SIZE ? most : sum(buckets)
  const pageCount = Math.max(1, Math.ceil(drawn / PAGE_SIZE))
  const page = Math.min(wanted, pageCount)
  let skip = (page - 1) * PAGE_SIZE
  const inOrder = most <= PAGE_SIZE ? [] : buckets.filter((each) => each.drawn > 0).sort(orders[sort])
  let at = 0
  for (let each = inOrder[at]; each && skip >= each.drawn && at < inOrder.length - 1; each = inOrder[at]) {
    skip -= each.drawn
    at += 1
  }
  const [first, last] = [inOrder[at], inOrder[lastOfPage(inOrder, at, skip)]]
  return { page, pageCount, buckets: first && last ? { first, last } : null, skip }
}

function lastOfPage(inOrder: readonly Bucket[], first: number, skip: number): number {
  let reached = -skip
  let at = first
  for (; at < inOrder.length - 1; at += 1) {
    reached += inOrder[at]?.drawn ?? 0
    if (reached >= PAGE_SIZE) break
  }
  return at
}

/** Comments drawn in the buckets that come before this one. */
export const drawnBefore = (buckets: readonly Bucket[], sort: CommentSort, own: Pick<Bucket, 'bestRank' | 'bucket'>): number =>
  sum(buckets.filter((each) => orders[sort](each, own) < 0))

const sum = (buckets: readonly Bucket[]): number => buckets.reduce((total, { drawn }) => total + drawn, 0)
