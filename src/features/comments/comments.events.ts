/** What the outbox tells of a comment. */
export interface CommentEvent {
  commentId: number
  postId: number
  boardId: number
}

export const commentEvents = ['comment.created', 'comment.edited', 'comment.deleted', 'comment.hidden', 'comment.restored'] as const
