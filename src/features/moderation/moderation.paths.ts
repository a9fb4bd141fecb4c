import { postPath } from '../posts/posts.paths.ts'
import type { PostAct } from './moderation.types.ts'

/** `remove`, because `delete` is where authors delete their own. */
export const actSegment = (action: PostAct): string => (action === 'delete' ? 'remove' : action)

export const postActPath = (board: { slug: string }, number: number, action: PostAct): string =>
  `${postPath(board, number)}/${actSegment(action)}`

export const waitingPostsPath = (after: number | null = null): string =>
  after === null ? '/console/waiting' : `/console/waiting?after=${after}`

export function moderationLogPath({ board = null, before = null }: { board?: string | null; before?: number | null } = {}): string {
  const query = new URLSearchParams({ ...(board ? { board } : {}), ...(before ? { before: String(before) } : {}) })
  return query.size > 0 ? `/console/moderation?${query}` : '/console/moderation'
}

export const unmaskPath = (board: { slug: string }, number: number, comment: number | null): string =>
  `${postPath(board, number)}${comment === null ? '' : `/comments/${comment}`}/unmask`
