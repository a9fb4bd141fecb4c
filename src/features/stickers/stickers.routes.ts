import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { publicPicture } from '../../lib/http/public-picture.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { stickerStorageKey, stickersPath } from './stickers.paths.ts'
import { findPicture, offeredSets } from './stickers.read-models.ts'
import { stickersPage } from './stickers.view-models.ts'

const ImageParams = z.object({ name: z.string().regex(/^[0-9a-f]{32}\.webp$/) })

export function stickerRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get(stickersPath, { access: anyone }, async ({ reader }) => stickersPage(reader, await offeredSets(ctx)))

  // The owner's pictures for everybody: there is nothing to keep from anyone.
  get('/files/stickers/:name', { access: anyone, params: ImageParams }, async ({ params, req }) => {
    const imageKey = params.name.replace('.webp', '')
    if (!(await findPicture(ctx, imageKey))) throw new NotFound('no such sticker')
    return publicPicture(ctx, req, { key: stickerStorageKey(imageKey), tag: imageKey })
  })

  return { router, doors }
}
