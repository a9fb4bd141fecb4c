import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadPostLife } from './post-life.read-models.ts'
import { lifeSections, postLifePage } from './post-life.view-models.ts'
import { sectionCsv } from './section-csv.view-models.ts'
import { sectionsOf } from './sections.view-models.ts'
import { statisticsPath } from './statistics.paths.ts'
import { loadStatistics } from './statistics.read-models.ts'
import { CsvQuery, PostParams, StatisticsQuery } from './statistics.schemas.ts'
import { statisticsPages } from './statistics.types.ts'
import { statisticsPage } from './statistics.view-models.ts'

export function statisticsRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  for (const name of statisticsPages)
    get(statisticsPath(name), { access: administratorsOnly, query: StatisticsQuery }, async ({ reader, query }) => {
      const statistics = await loadStatistics(ctx, reader, name, { ...query, asCsv: query.format === 'csv' })
      const sections = sectionsOf(reader, statistics)
      if (query.format !== 'csv') return statisticsPage(reader, statistics, sections)
      const csv = sectionCsv(reader, sections, query.section, statistics.range)
      if (csv === undefined) throw new NotFound('no such section')
      return csv
    })

  get(
    '/console/visitors/posts/:post',
    { access: administratorsOnly, params: PostParams, query: CsvQuery },
    async ({ reader, params, query }) => {
      const life = await loadPostLife(ctx, reader, params.post)
      if (query.format !== 'csv') return postLifePage(reader, life)
      const csv = sectionCsv(reader, lifeSections(reader, life), query.section, { from: life.from, to: life.today })
      if (csv === undefined) throw new NotFound('no such section')
      return csv
    },
  )

  return { router, doors }
}
