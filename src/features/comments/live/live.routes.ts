import type { AppContext } from '../../../context.ts'
import { policyDecides } from '../../../lib/http/access.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { ThreadParams } from '../comments.schemas.ts'
import { commentsPart } from '../threads/comments-part.view-models.ts'
import { SinceQuery } from './live.schemas.ts'
import { listSince } from './since.read-models.ts'

export function liveRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get(
    '/:board/:number/comments/since',
    { access: policyDecides, params: ThreadParams, query: SinceQuery },
    async ({ viewer, reader, params, query }) => {
      const place = await loadPlace(ctx, viewer, params)
      const { rows, ...known } = await listSince(ctx, viewer, place, query)
      return commentsPart(reader, place, rows, known, query.after)
    },
  )

  return { router, doors }
}
