import { isbot } from 'isbot'
import type { AppContext } from '../../context.ts'
import { policyDecides } from '../../lib/http/access.ts'
import { found } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { followLink } from './post-links.service.ts'
import { LinkParams } from './posts.schemas.ts'

export function postLinkRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/:board/:number/links/:position', { access: policyDecides, params: LinkParams }, async ({ viewer, params, req }) => {
    const isMachine = isbot(req.get('user-agent') ?? '') || (req.get('sec-purpose') ?? '').includes('prefetch')
    return found(await followLink(ctx, viewer, params, { counted: !isMachine }))
  })

  return { router, doors }
}
