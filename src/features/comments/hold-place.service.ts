import type { Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { Conflict, NotFound } from '../../lib/http/errors.ts'
import type { Board } from '../boards/boards.types.ts'
import { canReadPost } from '../posts/posts.policy.ts'
import { holdPost } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { isOpen } from './comments.policy.ts'
import type { Place } from './comments.types.ts'

/** Held from here to COMMIT, so that nobody locks or deletes the post under a comment that is being written. */
export async function holdReadablePost(trx: Db, viewer: Viewer, { board, post }: Place): Promise<Place> {
  return { board, post: ensureReadable(viewer, board, await holdPost(trx, post.id)) }
}

export async function holdOpenPost(trx: Db, viewer: Viewer, { board, post }: Place): Promise<Place> {
  return { board, post: ensureOpen(viewer, board, await holdPost(trx, post.id)) }
}

export function ensureOpen(viewer: Viewer, board: Board, held: Post | undefined): Post {
  const post = ensureReadable(viewer, board, held)
  if (!isOpen({ post })) throw new Conflict('locked or hidden', 'comments.closed')
  return post
}

function ensureReadable(viewer: Viewer, board: Board, held: Post | undefined): Post {
  // Others read that board, under other rules.
  if (held && held.boardId !== board.id) throw new Conflict('moved to another board', 'comments.moved')
  if (!held || !canReadPost(viewer, board, held)) throw new NotFound('the post is gone')
  return held
}
