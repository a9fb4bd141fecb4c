import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { publicPicture } from '../../lib/http/public-picture.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { cardStorageKey } from './link-cards.paths.ts'
import { findCardImage } from './link-cards.read-models.ts'
import { CardImageParams } from './link-cards.schemas.ts'

export function linkCardRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  // Another site's public picture, named by a key that only readers of a post have seen: there is nothing to keep from anyone.
  get('/files/cards/:name', { access: anyone, params: CardImageParams }, async ({ params, req }) => {
    const imageKey = params.name.replace('.webp', '')
    const card = await findCardImage(ctx.db, imageKey)
    if (!card) throw new NotFound('no such card picture')
    return publicPicture(ctx, req, { key: cardStorageKey(imageKey), tag: `${imageKey}-${card.fetchedAt?.getTime() ?? 0}` })
  })

  return { router, doors }
}
