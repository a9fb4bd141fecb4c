import type { PostAct } from './moderation.types.ts'

/** What the outbox tells of a moderated post. */
export interface PostActEvent {
  postId: number
  boardId: number
}

export const eventOfAct = {
  approve: 'post.approved',
  hide: 'post.hidden',
  restore: 'post.restored',
  lock: 'post.locked',
  unlock: 'post.unlocked',
  pin: 'post.pinned',
  unpin: 'post.unpinned',
  delete: 'post.deleted',
} as const satisfies Record<PostAct, string>
