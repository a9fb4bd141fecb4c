import type { AppContext } from './context.ts'
import { categoryDeleted } from './features/boards/boards.events.ts'
import { followNewName } from './features/comments/mentions/mentions.jobs.ts'
import { noteImages } from './features/image-copies/image-copies.jobs.ts'
import { noteLinks } from './features/link-cards/link-cards.jobs.ts'
import { memberRenamed, passwordResetRequested } from './features/members/members.events.ts'
import { sendResetMail } from './features/members/members.jobs.ts'
import { leaveDeletedCategory } from './features/posts/category-posts.jobs.ts'
import { followNewNameInPosts } from './features/posts/mentions/post-mentions.jobs.ts'
import { postMoved } from './features/posts/posts.events.ts'
import { relatePost } from './features/posts/related-posts/related.jobs.ts'
import { moveFiles } from './features/uploads/uploads.jobs.ts'

/** Gets an event after its COMMIT, at least once, with the payload that its `.events` file describes. */
type Handler = (ctx: AppContext, payload: never) => Promise<unknown>

/** Which event, which handlers, in which order. An event without any is told to nobody. */
export const subscribers: Readonly<Record<string, readonly Handler[]>> = {
  [memberRenamed]: [followNewName, followNewNameInPosts],
  [passwordResetRequested]: [sendResetMail],
  'post.created': [noteLinks, noteImages, relatePost],
  // What waited is as new to everybody but its author.
  'post.approved': [noteLinks, noteImages, relatePost],
  'post.edited': [noteLinks, noteImages, relatePost],
  'post.hidden': [noteLinks, noteImages, relatePost],
  'post.restored': [noteLinks, noteImages, relatePost],
  'post.deleted': [noteLinks, noteImages, relatePost],
  [postMoved]: [relatePost, moveFiles],
  [categoryDeleted]: [leaveDeletedCategory],
}

export const isHeard = (event: string): boolean => (subscribers[event] ?? []).length > 0

export async function tellSubscribers(ctx: AppContext, event: string, payload: unknown): Promise<void> {
  for (const handle of subscribers[event] ?? []) await handle(ctx, payload as never)
}
