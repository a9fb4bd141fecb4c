import type { Request } from 'express'
import type { AppContext } from '../../context.ts'
import { membersOnly, policyDecides } from '../../lib/http/access.ts'
import { cookiesOf } from '../../lib/http/cookies.ts'
import { receivedImages, receiveImages } from '../../lib/http/receive-images.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import type { Visit } from '../posts/views/view-counts.service.ts'
import { VISITOR_COOKIE } from '../visits/visitor-cookie.types.ts'
import { sendFile } from './send-file.middleware.ts'
import { limitsFor, loadFile, loadFileToTake, roomOn } from './uploads.read-models.ts'
import { FileParams, SizedFileParams, UploadQuery } from './uploads.schemas.ts'
import { countDownload, storeFiles } from './uploads.service.ts'
import { uploadReply } from './uploads.view-models.ts'

export function uploadRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const before = [receiveImages(ctx, roomOn(ctx))]

  post('/uploads', { access: membersOnly, query: UploadQuery, before }, async ({ viewer, reader, query, req }) => {
    const limits = await limitsFor(ctx, viewer, query)
    return uploadReply(reader, await storeFiles(ctx, viewer, limits, receivedImages(req).slice(0, 1)))
  })

  get('/files/:key/:name', { access: policyDecides, params: FileParams }, async ({ viewer, params, req }) => {
    const found = await loadFileToTake(ctx, viewer, params.key)
    // Counted beside the answer: whoever waits for a file doesn't wait for this.
    if (found.file.kind === 'file' && begins(req)) {
      countDownload(ctx, viewer, found.file, visitOf(req)).catch((err: unknown) => ctx.log.warn({ err }, 'a download went uncounted'))
    }
    return sendFile(ctx, req, found)
  })

  get('/files/:key/:size/:name', { access: policyDecides, replica: true, params: SizedFileParams }, async ({ viewer, params, req }) =>
    sendFile(ctx, req, await loadFile(ctx, viewer, params.key), params.size),
  )

  return { router, doors }
}

/** A download that goes on where it broke off is the same one. */
const begins = (req: Request): boolean => req.method === 'GET' && /^(?:bytes=0-|$)/.test(req.get('range') ?? '')

const visitOf = (req: Request): Visit => ({
  address: req.ip,
  userAgent: req.get('user-agent'),
  visitorCookie: cookiesOf(req)[VISITOR_COOKIE],
  purpose: req.get('sec-purpose') ?? req.get('purpose'),
})
