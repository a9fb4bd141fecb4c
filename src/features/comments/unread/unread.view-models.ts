import type { Reader } from '../../../context.ts'
import type { Place } from '../comments.types.ts'
import { nextUnreadPath } from './unread.paths.ts'
import { MOST_COUNTED, type NextUnread } from './unread.types.ts'

/** A member's first visit has nothing new; from then on what comes while they read is. */
export function nextUnread({ viewer, number }: Reader, { board, post }: Place, since: number | null, count: number): NextUnread {
  const from = since ?? (viewer.memberId === null ? null : post.lastCommentNumber)
  return {
    postId: post.id,
    since: from,
    path: nextUnreadPath(board, post.number, from),
    count: count === 0 ? '' : count >= MOST_COUNTED ? `${number(MOST_COUNTED)}+` : number(count),
  }
}
