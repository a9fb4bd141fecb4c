import type { AppContext } from './context.ts'
import { refreshBoardTexts } from './features/boards/refresh-board-texts.service.ts'
import { refreshComments } from './features/comments/bodies/refresh-comments.service.ts'
import { refreshBlocks } from './features/home/refresh-blocks.service.ts'
import { refreshPages } from './features/pages/refresh-pages.service.ts'
import { refreshBodies } from './features/posts/bodies/refresh-bodies.service.ts'

/** One transaction, and one emptying of the pages that guests are kept: rare enough for the pages, short enough for who waits for a row. */
const SLICE = 100

export interface Refreshed {
  posts: number
  comments: number
  /** Pages, blocks of the front page, and boards by what stands around their lists. What else is Markdown (terms, privacy) is rendered when it is read. */
  siteTexts: number
}

/** After a new version of the renderer, in the background: some at each run, until none is older. */
export async function refreshSomeTexts(ctx: AppContext): Promise<Refreshed> {
  const siteTexts = (await refreshPages(ctx)) + (await refreshBlocks(ctx)) + (await refreshBoardTexts(ctx))
  const posts = await refreshBodies(ctx, SLICE)
  return { siteTexts, posts, comments: posts < SLICE ? await refreshComments(ctx, SLICE) : 0 }
}

/** All of them, as fast as they can be. Told after each slice how many were done by then. */
export async function* refreshAllTexts(ctx: AppContext): AsyncGenerator<Refreshed> {
  const done: Refreshed = { posts: 0, comments: 0, siteTexts: 0 }
  for (;;) {
    const { posts, comments, siteTexts } = await refreshSomeTexts(ctx)
    if (posts + comments + siteTexts === 0) return
    done.siteTexts += siteTexts
    done.posts += posts
    done.comments += comments
    yield done
  }
}
