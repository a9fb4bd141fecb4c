import type { AppContext } from '../../context.ts'
import { membersOnly, policyDecides } from '../../lib/http/access.ts'
import { receivedImages, receiveImages } from '../../lib/http/receive-images.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { sendFile } from './send-file.middleware.ts'
import { loadFile } from './uploads.read-models.ts'
import { FileParams } from './uploads.schemas.ts'
import { storeImages } from './uploads.service.ts'
import { uploadReply } from './uploads.view-models.ts'

export function uploadRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  post('/uploads', { access: membersOnly, before: [receiveImages(ctx)] }, async ({ viewer, reader, req }) =>
    uploadReply(reader, await storeImages(ctx, viewer, receivedImages(req).slice(0, 1))),
  )

  get('/files/:key/:name', { access: policyDecides, params: FileParams }, async ({ viewer, params, req }) =>
    sendFile(ctx, req, await loadFile(ctx, viewer, params.key), 'full'),
  )

  get('/files/:key/thumbnail/:name', { access: policyDecides, params: FileParams }, async ({ viewer, params, req }) =>
    sendFile(ctx, req, await loadFile(ctx, viewer, params.key), 'thumbnail'),
  )

  return { router, doors }
}
