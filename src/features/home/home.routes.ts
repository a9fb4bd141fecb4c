import type { AppContext } from '../../context.ts'
import { anyone } from '../../lib/http/access.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadOverview } from '../posts/overview.read-models.ts'
import { homePage } from './home.view-models.ts'

const LATEST = 6
const NOTICES = 2

export function homeRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/', { access: anyone }, async ({ viewer, reader }) =>
    homePage(reader, await loadOverview(ctx, viewer, { latest: LATEST, notices: NOTICES })),
  )

  return { router, doors }
}
