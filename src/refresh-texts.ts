import type { AppContext } from './context.ts'
import { refreshComments } from './features/comments/bodies/refresh-comments.service.ts'
import { refreshBodies } from './features/posts/bodies/refresh-bodies.service.ts'

/** One transaction, and one emptying of the pages that guests are kept: rare enough for the pages, short enough for who waits for a row. */
const SLICE = 100

export interface Refreshed {
  posts: number
  comments: number
}

/** After a new version of the renderer, in the background: some at each run, until none is older. */
export async function refreshSomeTexts(ctx: AppContext): Promise<Refreshed> {
  const posts = await refreshBodies(ctx, SLICE)
  return { posts, comments: posts < SLICE ? await refreshComments(ctx, SLICE) : 0 }
}

/** All of them, as fast as they can be. Told after each slice how many were done by then. */
export async function* refreshAllTexts(ctx: AppContext): AsyncGenerator<Refreshed> {
  const done: Refreshed = { posts: 0, comments: 0 }
  for (;;) {
    const { posts, comments } = await refreshSomeTexts(ctx)
    if (posts + comments === 0) return
    done.posts += posts
    done.comments += comments
    yield done
  }
}
