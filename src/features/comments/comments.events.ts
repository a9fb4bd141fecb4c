/** What the outbox tells of a comment. */
export interface CommentEvent {
  commentId: number
  postId: number
  boardId: number
}

/**
 * Written in the transaction of the comment, with everybody whom it concerns but the followers of the post: those may be many, and are listed by
 * `post-follows`. Who tells them asks first whether they may read it (few read a secret one), and tells nobody of their own words.
 */
export interface CommentCreated extends CommentEvent {
  authorId: number | null
  /** null: they left, or were no member. */
  postAuthorId: number | null
  /** Of the comment that is answered; null also for one on the post itself. */
  parentAuthorId: number | null
  /** Members called by name, each once, the author left out. */
  mentioned: number[]
}

export interface CommentEdited extends CommentEvent {
  authorId: number | null
  /** Who was not called by what stood there before. */
  mentioned: number[]
}

export const commentEvents = ['comment.created', 'comment.edited', 'comment.deleted', 'comment.hidden', 'comment.restored'] as const
