/** A comment's words as they stood until a change took their place. */
export interface CommentRevision {
  commentId: number
  /** Of the comment, while these were its words. */
  version: number
  /** null: taken out by those who keep order. */
  body: string | null
  /** Whether they were for few alone: open words since don't open them. */
  secret: 0 | 1
  changedAt: Date
}

/** Of each comment the newest so many. */
export const KEPT_REVISIONS = 20
