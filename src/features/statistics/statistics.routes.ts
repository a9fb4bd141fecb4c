import type { z } from 'zod'
import type { AppContext, Reader } from '../../context.ts'
import { administratorsOnly, anyone } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { isAmong } from '../visits/visit-audience.policy.ts'
import { openStatisticsPath } from '../visits/visits.paths.ts'
import { loadPostLife } from './post-life.read-models.ts'
import { lifeSections, postLifePage } from './post-life.view-models.ts'
import { sectionCsv } from './section-csv.view-models.ts'
import { sectionsOf } from './sections.view-models.ts'
import { statisticsPath } from './statistics.paths.ts'
import { loadStatistics } from './statistics.read-models.ts'
import { CsvQuery, OpenStatisticsQuery, PostParams, StatisticsQuery } from './statistics.schemas.ts'
import { type Statistics, statisticsPages } from './statistics.types.ts'
import { openStatisticsPage, statisticsPage } from './statistics.view-models.ts'

export function statisticsRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  for (const name of statisticsPages)
    get(statisticsPath(name), { access: administratorsOnly, replica: true, query: StatisticsQuery }, async ({ reader, query }) => {
      const asked = { ...query, asCsv: query.format === 'csv' }
      return answer(reader, query, await loadStatistics(ctx, reader, name, asked), statisticsPage)
    })

  get(openStatisticsPath, { access: anyone, replica: true, query: OpenStatisticsQuery }, async ({ reader, query }) => {
    if (!isAmong((await loadSettings(ctx)).visitStatisticsFor, reader.viewer)) throw new NotFound('the statistics are not published')
    const asked = { period: query.period, compare: 'before' as const, asCsv: query.format === 'csv' }
    return answer(reader, query, await loadStatistics(ctx, reader, 'open', asked), openStatisticsPage)
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

type PageOf = typeof statisticsPage

/** The page, or one of its sections as a file. */
function answer(reader: Reader, { format, section }: z.output<typeof CsvQuery>, statistics: Statistics, pageOf: PageOf): Reply {
  const sections = sectionsOf(reader, statistics)
  if (format !== 'csv') return pageOf(reader, statistics, sections)
  const csv = sectionCsv(reader, sections, section, statistics.range)
  if (csv === undefined) throw new NotFound('no such section')
  return csv
}
