import type { AppContext } from '../../../context.ts'
import { policyDecides } from '../../../lib/http/access.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { listSince } from '../comments.read-models.ts'
import { ThreadParams } from '../comments.schemas.ts'
import { commentsPart } from '../threads/comments-part.view-models.ts'
import { PAGE_SIZE } from '../threads/thread-pages.types.ts'
import { SinceQuery } from './live.schemas.ts'

export function liveRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get(
    '/:board/:number/comments/since',
    { access: policyDecides, params: ThreadParams, query: SinceQuery },
    async ({ viewer, reader, params, query }) => {
      const place = await loadPlace(ctx, viewer, params)
      const rows = await listSince(ctx, place, query.after)
      const last = rows.reduce((most, { number }) => Math.max(most, number), 0)
      const isMore = rows.length === PAGE_SIZE
      const known = isMore ? last : Math.max(last, place.post.lastCommentNumber)
      return commentsPart(reader, place, rows, { last: known, isMore }, query.after)
    },
  )

  return { router, doors }
}
