import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadStatistics } from './statistics.read-models.ts'
import { statisticsPage } from './statistics.view-models.ts'
import { StatisticsQuery } from './visits.schemas.ts'

export function visitRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/console/visitors', { access: administratorsOnly, query: StatisticsQuery }, async ({ reader, query }) =>
    statisticsPage(reader, await loadStatistics(ctx, reader, query.period)),
  )

  return { router, doors }
}
