import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import type { SiteSettings } from '../../../src/features/settings/settings.types.ts'
import { firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { browserAt } from './counting.ts'

const site = useSite()

async function figuresWith(settings: Partial<SiteSettings>): Promise<string[]> {
  await changeSettings(site.ctx, guest, settings)
  await sleep(1_100)
  // Asked for by a bot, that itself is not counted.
  const page = await browserAt(site.url, '203.0.113.200', { headers: { 'user-agent': 'curl/8' } }).get(`/?reader=${randomUUID()}`)
  return ['today', 'yesterday', 'best', 'total'].map((name) => page.text(`[data-visits=${name}]`))
}

test('a site that moved here keeps its total, and its best day until that is beaten', async () => {
  await firstBoards(site)
  site.clock.set('2032-07-09T03:00:00Z')
  await site.ctx.db('visit_days').insert([
    { day: '2032-07-01', visitors: 300 },
    { day: '2032-07-08', visitors: 200 },
    { day: '2032-07-09', visitors: 100 },
  ])
  const moved = { visitStartTotal: 690_000, visitStartBest: 3_806, visitStartBestDay: '2029-11-02' }
  expect(await figuresWith(moved)).toEqual(['100', '200', '3,806 2029-11-02', '690,600'])
  expect(await figuresWith({ ...moved, visitStartBest: 299 })).toEqual(['100', '200', '300 2032-07-01', '690,600'])
  expect(await figuresWith({ ...moved, visitStartBestDay: '' })).toEqual(['100', '200', '3,806', '690,600'])
})

test('days before the one from which the site counts are in none of its figures', async () => {
  await firstBoards(site)
  site.clock.set('2032-07-09T03:00:00Z')
  await site.ctx.db('visit_days').insert([
    { day: '2032-07-01', visitors: 300 },
    { day: '2032-07-08', visitors: 200 },
    { day: '2032-07-09', visitors: 100 },
  ])
  const none = { visitStartTotal: 0, visitStartBest: 0 }
  expect(await figuresWith({ ...none, visitCountFrom: '2032-07-08' })).toEqual(['100', '200', '200 2032-07-08', '300'])
  expect(await figuresWith({ ...none, visitCountFrom: '2032-07-09' })).toEqual(['100', '0', '100 2032-07-09', '100'])
  expect(await figuresWith({ ...none, visitCountFrom: '2032-08-01' })).toEqual(['0', '0', '0', '0'])
})
