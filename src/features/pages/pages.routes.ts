import type { AppContext } from '../../context.ts'
import { policyDecides } from '../../lib/http/access.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadOwnPage } from './pages.read-models.ts'
import { PageParams } from './pages.schemas.ts'
import { ownPage } from './pages.view-models.ts'

export function pageRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/pages/:slug', { access: policyDecides, params: PageParams }, async ({ viewer, reader, params }) =>
    ownPage(reader, await loadOwnPage(ctx, viewer, params.slug)),
  )

  return { router, doors }
}
