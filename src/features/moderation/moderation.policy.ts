import type { Viewer } from '../../context.ts'
import { administers, moderates } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'
import type { Act, PostAct } from './moderation.types.ts'

export const canModerate = (viewer: Viewer, board: Pick<Board, 'id'>): boolean => moderates(viewer, board)

/** The log of all boards, and of acts on members. */
export const seesAll = (viewer: Viewer): boolean => administers(viewer)

/** Moderators of single boards see their boards' part of it. */
export const canSeeLog = (viewer: Viewer): boolean => seesAll(viewer) || viewer.moderates.size > 0

/** A notice on every board is nobody's single board's. */
export const canPinEverywhere = (viewer: Viewer): boolean => administers(viewer)

/** Who wrote without a name; asking leaves a record. */
export const canUnmask = (viewer: Viewer): boolean => administers(viewer)

/** What takes something from its author is explained to them. */
export const needsReason = (action: Act['action']): boolean =>
  ['hide', 'lock', 'delete', 'hide-comment', 'suspend', 'unmask'].includes(action)

type State = Pick<Post, 'status' | 'pinnedAt' | 'lockedAt'>

const done: Record<PostAct, (post: State) => boolean> = {
  approve: (post) => post.status === 'visible',
  hide: (post) => post.status === 'hidden',
  restore: (post) => post.status === 'visible',
  lock: (post) => post.lockedAt !== null,
  unlock: (post) => post.lockedAt === null,
  pin: (post) => post.pinnedAt !== null,
  unpin: (post) => post.pinnedAt === null,
  delete: (post) => post.status === 'deleted',
}

/** Somebody else was faster: the post already is as wished. */
export const isDone = (action: PostAct, post: State): boolean => done[action](post)

/** What each act finds where that matters: nothing but a hidden post comes back, what nobody sees isn't pinned, and a refused one was refused. */
const from: Partial<Record<PostAct, readonly Post['status'][]>> = {
  approve: ['pending'],
  // What its author took back is not hidden: restoring it would show it to all. It is locked, so that it doesn't come back.
  hide: ['visible', 'pending', 'hidden'],
  restore: ['hidden'],
  pin: ['visible'],
}

export const isPossible = (action: PostAct, post: State): boolean =>
  !['deleted', 'private'].includes(post.status) && (from[action]?.includes(post.status) ?? true)

/** What a moderator may do to a post as it stands, in the order of the buttons. */
export const possibleActs = (viewer: Viewer, board: Pick<Board, 'id'>, post: State): PostAct[] =>
  canModerate(viewer, board) ? (Object.keys(done) as PostAct[]).filter((action) => isPossible(action, post) && !isDone(action, post)) : []
