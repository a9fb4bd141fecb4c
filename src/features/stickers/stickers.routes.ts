import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { stream } from '../../lib/http/reply.ts'
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
    const data = await ctx.storage.read(stickerStorageKey(imageKey)).catch((error: unknown) => {
      throw (error as { code?: unknown }).code === 'ENOENT' ? new NotFound('sticker without its picture') : error
    })
    return stream(async (res) => {
      res.set({
        'Content-Type': 'image/webp',
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cache-Control': 'public, max-age=86400',
        ETag: `"${imageKey}"`,
      })
      if (req.fresh || req.method === 'HEAD') {
        data.destroy()
        return void res.status(req.fresh ? 304 : 200).end()
      }
      // A reader who goes away in the middle is no fault.
      await pipeline(data, res).catch((error: unknown) => ctx.log.debug({ err: error, imageKey }, 'a sticker was not read to its end'))
    })
  })

  return { router, doors }
}
