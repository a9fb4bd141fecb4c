/** What the outbox tells of a post. */
export interface PostEvent {
  postId: number
  boardId: number
}

export const postEvents = ['post.created', 'post.approved', 'post.edited', 'post.deleted', 'post.hidden', 'post.restored'] as const
export type PostEventName = (typeof postEvents)[number]

/** To another board. */
export const postMoved = 'post.moved'
