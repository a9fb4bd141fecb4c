import type { AppContext } from '../../context.ts'
import { policyDecides } from '../../lib/http/access.ts'
import { found } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { followLink } from './post-links.service.ts'
import { LinkParams } from './posts.schemas.ts'
import { visitOf } from './views/view-counts.middleware.ts'

export function postLinkRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/:board/:number/links/:position', { access: policyDecides, params: LinkParams }, async ({ viewer, params, req }) =>
    found(await followLink(ctx, viewer, params, visitOf(req))),
  )

  return { router, doors }
}
