import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { simulateVisits } from '../../../src/corpus/visits/simulate-visits.ts'
import { deleteVisits } from '../../../src/corpus/visits/simulated-visits.repository.ts'
import { loadPostLife } from '../../../src/features/statistics/post-life.read-models.ts'
import { loadStatistics } from '../../../src/features/statistics/statistics.read-models.ts'
import { type StatisticsPageName, statisticsPages } from '../../../src/features/statistics/statistics.types.ts'
import { createReaders } from '../../../src/reader.ts'
import { aMember, aPost, firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { rowsRead } from '../posts/many-posts.ts'
import { settledDays } from '../visits/counting.ts'

const site = useSite()
const ZONE = 'Asia/Seoul'

/** Rows that the engine reads for each page of the usual thirty days beside the thirty before. */
async function costsOf(days: number, postId: number): Promise<Record<string, number>> {
  await deleteVisits(site.ctx.db)
  await simulateVisits(site.ctx, { days, visitors: 60, zone: ZONE, seed: 1, rawDays: 0, rawVisitors: 0 })
  const costs: Record<string, number> = {}
  const reader = createReaders(site.ctx)(guest, 'ko', ZONE)
  const usual = { period: '30', compare: 'before', asCsv: false } as const
  for (const page of [...statisticsPages, 'open'] satisfies StatisticsPageName[])
    costs[page] = await rowsRead(site.ctx.db, (db) => loadStatistics({ ...site.ctx, db }, reader, page, usual))
  costs['post'] = await rowsRead(site.ctx.db, (db) => loadPostLife({ ...site.ctx, db }, reader, postId))
  return costs
}

test('statistics of thirty days cost as much after four years as after half a year', { timeout: 240_000 }, async () => {
  const { free } = await firstBoards(site)
  const post = await aPost(site, free, await aMember(site, '글쓴이'), { title: '옥상 텃밭 일기' })
  // Who logged in to write was counted.
  await settledDays(site, 300)
  const [young, old] = [await costsOf(180, post.id), await costsOf(1_460, post.id)]
  // Days and months that were counted are listed once or twice; a kind read whole would be some thirty rows a day.
  for (const [page, cost] of Object.entries(old)) expect([page, cost, cost < (young[page] ?? 0) + 4 * 1_280]).toEqual([page, cost, true])
})
