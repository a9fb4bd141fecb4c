/** What the outbox tells of a post. */
export interface PostEvent {
  postId: number
  boardId: number
}

export const postEvents = ['post.created', 'post.approved', 'post.edited', 'post.deleted', 'post.hidden', 'post.restored'] as const
export type PostEventName = (typeof postEvents)[number]

/** To another board. */
export const postMoved = 'post.moved'

/** A post was answered by another. `memberId`: whose post it was; null when they left. One that waits is told of by `post.approved` too. */
export interface PostAnswered extends PostEvent {
  parentId: number
  memberId: number | null
}
export const postAnswered = 'post.answered'

/** A post called members by name: those who may read it, each once however often it is changed; its author left out. Beside the event of what was done. */
export interface PostCalled extends PostEvent {
  authorId: number | null
  mentioned: number[]
}
export const postCalled = 'post.called'
