/** A comment's words as they stood until a change took their place. */
export interface CommentRevision {
  commentId: number
  /** Of the comment, while these were its words. */
  version: number
  /** null: taken out by those who keep order. */
  body: string | null
  changedAt: Date
}

/** Of each comment the newest so many. */
export const KEPT_REVISIONS = 20
