import type { Post } from '../posts/posts.types.ts'

/** A text as it stood until a change took its place. */
export interface Revision {
  postId: number
  /** Of the post, while this was its text. */
  version: number
  title: string
  /** null: taken out of the history by those who keep order. */
  source: string | null
  /** Who wrote what stands in its place, when, and why. */
  changedBy: number | null
  changedAt: Date
  reason: string
  /** The change put back what this version said. */
  restored: number | null
}

/** A change as its form says it. */
export interface Rewording extends Pick<Revision, 'changedBy' | 'changedAt' | 'reason' | 'restored'> {
  before: Pick<Post, 'id' | 'version' | 'title'> & { source: string }
}

/** Of each post the newest so many; together they are no larger than this, but for the newest. */
export const KEPT_VERSIONS = 50
export const KEPT_BYTES = 2_000_000

/** How long a file that only old versions name can still be put back with them. */
export const FILES_KEPT_DAYS = 365

export const WHY_LENGTH = 200
