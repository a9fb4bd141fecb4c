import { pipeline } from 'node:stream/promises'
import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { stream } from '../../lib/http/reply.ts'
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
    const data = await ctx.storage.read(cardStorageKey(imageKey)).catch((error: unknown) => {
      throw (error as { code?: unknown }).code === 'ENOENT' ? new NotFound('card without its picture') : error
    })
    return stream(async (res) => {
      res.set({
        'Content-Type': 'image/webp',
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cache-Control': 'public, max-age=86400',
        ETag: `"${imageKey}-${card.fetchedAt?.getTime() ?? 0}"`,
      })
      if (req.fresh || req.method === 'HEAD') {
        data.destroy()
        return void res.status(req.fresh ? 304 : 200).end()
      }
      // A reader who goes away in the middle is no fault.
      await pipeline(data, res).catch((error: unknown) => ctx.log.debug({ err: error, imageKey }, 'a picture was not read to its end'))
    })
  })

  return { router, doors }
}
