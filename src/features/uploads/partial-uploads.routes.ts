import type { AppContext } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { BadRequest } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { json } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { beginUpload, continueUpload, dropUpload, standingOf } from './partial-uploads.service.ts'
import { limitsFor } from './uploads.read-models.ts'
import { AnnouncedFile, PartQuery, UploadParams, UploadQuery } from './uploads.schemas.ts'
import { progressReply } from './uploads.view-models.ts'

/**
 * Files that come in parts, each from the byte where the last one ended: begin → POST what follows, as often as it takes → the file. Who lost
 * the line asks how far it came (decision 22).
 */
export function partialUploadRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  post('/uploads/begin', { access: membersOnly, query: UploadQuery }, async ({ viewer, reader, query, body }) => {
    const form = readForm(AnnouncedFile, body)
    if (!form.ok) throw new BadRequest('a file without a size')
    return progressReply(reader, await beginUpload(ctx, viewer, await limitsFor(ctx, viewer, query), form.data))
  })

  get('/uploads/:key', { access: membersOnly, params: UploadParams }, async ({ viewer, reader, params }) =>
    progressReply(reader, await standingOf(ctx, viewer, params.key)),
  )

  post('/uploads/:key', { access: membersOnly, params: UploadParams, query: PartQuery }, async ({ viewer, reader, params, query, req }) =>
    progressReply(reader, await continueUpload(ctx, viewer, params.key, { at: query.at, body: req })),
  )

  post('/uploads/:key/cancel', { access: membersOnly, params: UploadParams }, async ({ viewer, params }) => {
    await dropUpload(ctx, viewer, params.key)
    return json({})
  })

  return { router, doors }
}
