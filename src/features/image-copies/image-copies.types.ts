/** A picture of another site that a post shows: its text keeps that site's address, its page shows our copy. */
export interface ImageCopy {
  postId: number
  /** SHA-256 of the address, in hex. */
  urlHash: string
  url: string
  /** Of the file that stands in for it; null while there is none. */
  fileKey: string | null
  /** In a row. */
  failures: number
  /** When a job is to fetch it; null: nothing to do. */
  dueAt: Date | null
  createdAt: Date
}

/** Of one post. Whatever is beyond stays a link. */
export const MOST_COPIES = 30
