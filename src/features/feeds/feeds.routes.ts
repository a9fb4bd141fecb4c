import type { Request } from 'express'
import { type AppContext, guest } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listBoardsFor, loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { siteDescription, siteName } from '../settings/settings.types.ts'
import { allFeedPath, feedPath } from './feeds.paths.ts'
import { hasFeed } from './feeds.policy.ts'
import { listFeedPosts } from './feeds.read-models.ts'
import { FeedParams } from './feeds.schemas.ts'

export function feedRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  const feed = async (req: Request, board: Board | null, boards: Board[]): Promise<Reply> => {
    const [settings, posts] = await Promise.all([loadSettings(ctx), listFeedPosts(ctx, boards)])
    const base = ctx.config.baseUrl ?? `${req.protocol}://${req.host}`
    const site = { name: siteName(settings, 'ko'), description: siteDescription(settings, 'ko'), base }
    // With the first feed: its writer knows every kind of feed there is.
    const { feedReply } = await import('./feeds.view-models.ts')
    return feedReply({ site, path: board === null ? allFeedPath : feedPath(board), board, boards, posts })
  }

  get(allFeedPath, { access: anyone, replica: true }, async ({ req }) => feed(req, null, (await listBoardsFor(ctx, guest)).filter(hasFeed)))

  get('/feeds/:file', { access: anyone, replica: true, params: FeedParams }, async ({ viewer, req, params }) => {
    const board = await loadBoard(ctx, viewer, params.file)
    if (!hasFeed(board)) throw new NotFound('no feed of this board')
    return feed(req, board, [board])
  })

  return { router, doors }
}
