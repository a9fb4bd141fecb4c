import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { siteName } from '../settings/settings.types.ts'
import { cardVersion } from './cards.paths.ts'
import { loadPostOfCard } from './cards.read-models.ts'
import { CardParams, CardQuery } from './cards.schemas.ts'
import { loadCard } from './cards.service.ts'

/** A hidden post's title may stand on a card for as long as somebody keeps it: not for ever. */
const DAY_SECONDS = 86_400
const MINUTE_SECONDS = 60

export function cardRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/cards/:board/:file', { access: anyone, params: CardParams, query: CardQuery }, async ({ params, query }): Promise<Reply> => {
    const { board, post } = await loadPostOfCard(ctx, { board: params.board, number: params.file })
    const site = siteName(await loadSettings(ctx), 'ko')
    const body = await loadCard(ctx, { site, board: board.nameKo, title: post.title })
    const seconds = query.v === cardVersion(board, post) ? DAY_SECONDS : MINUTE_SECONDS
    return { kind: 'body', body, type: 'image/png', status: 200, headers: { 'Cache-Control': `public, max-age=${seconds}` } }
  })

  return { router, doors }
}
