import { deleteVisits } from '../../../src/corpus/visits/simulated-visits.repository.ts'
import { loadSettings } from '../../../src/features/settings/settings.service.ts'
import { rollUpDay } from '../../../src/features/statistics/roll-up.service.ts'
import { shiftDay } from '../../../src/lib/time/zone.ts'
import { createAgent } from '../../support/agent.ts'
import type { Site } from '../../support/site.ts'

export interface DayRow {
  day: string
  visitors: number
  pageViews: number
}

export const dayRows = (site: Pick<Site, 'ctx'>): Promise<DayRow[]> =>
  site.ctx.db<DayRow>('visit_days').orderBy('day').select('day', 'visitors', 'pageViews')

export const todayRow = async (site: Pick<Site, 'ctx'>): Promise<Omit<DayRow, 'day'>> => {
  const rows = await dayRows(site)
  return { visitors: rows.at(-1)?.visitors ?? 0, pageViews: rows.at(-1)?.pageViews ?? 0 }
}

/** Visits are written after their pages: waits until nothing has changed for a while. */
export async function settledDays(site: Pick<Site, 'ctx'>, quietMs = 500): Promise<DayRow[]> {
  let before = ''
  for (let quiet = 0; quiet < quietMs; quiet += 100) {
    await new Promise((wait) => setTimeout(wait, 100))
    const now = JSON.stringify([await dayRows(site), await site.ctx.db('visit_pages').sum({ views: 'views' })])
    if (now !== before) quiet = 0
    before = now
  }
  await rollUp(site)
  return dayRows(site)
}

/** Adds up every day that has rows, as the worker does with those that are open. */
export async function rollUp(site: Pick<Site, 'ctx'>): Promise<void> {
  const { zone } = await loadSettings(site.ctx)
  for (const day of await site.ctx.db('visits').distinct().orderBy('day').pluck<string[]>('day')) await rollUpDay(site.ctx, day, zone)
}

export async function settled(site: Pick<Site, 'ctx'>): Promise<Omit<DayRow, 'day'>> {
  await settledDays(site)
  return todayRow(site)
}

/** A browser behind an address of its own, as the proxy in front of the site tells it (TRUST_PROXY=1). */
export const browserAt = (url: string, address: string, options: Parameters<typeof createAgent>[1] = {}) =>
  createAgent(url, { ...options, headers: { 'x-forwarded-for': address, ...options.headers } })

/** Whoever logged in to write was counted, or will be in a moment: their day is drawn anew. */
export async function forgetVisits(site: Pick<Site, 'ctx'>): Promise<void> {
  await settledDays(site, 300)
  await deleteVisits(site.ctx.db)
}

/** A history, ending with today: `visitors(back)` of each day, five pages each. */
export async function pastDays(site: Pick<Site, 'ctx'>, today: string, days: number, visitors: (back: number) => number): Promise<void> {
  // Whoever logged in to look was counted before.
  await settledDays(site, 300)
  await site.ctx.db('visit_days').delete()
  await site.ctx
    .db('visit_days')
    .insert(
      Array.from({ length: days }, (_, back) => ({ day: shiftDay(today, -back), visitors: visitors(back), pageViews: visitors(back) * 5 })),
    )
}
