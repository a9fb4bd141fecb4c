import { expect, test } from 'vitest'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, settledDays } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
const HOUR = 3_600_000

const ledger = () => site.ctx.db('visit_ledger').orderBy('day').select('day', 'people', 'pageViews')

async function shows(address: string, keepCookies = true) {
  const browser = browserAt(site.url, address, { keepCookies })
  await browser.get('/terms')
  await browser.request('/day.svg')
  return browser
}

test('a clock that goes back over midnight counts for the day before again, and nobody twice', async () => {
  site.clock.set('2026-11-24T14:30:00Z')
  const [keeps, refuses] = [await shows('203.0.113.1'), await shows('203.0.113.2', false)]
  for (const step of [HOUR, -HOUR, HOUR, -2 * HOUR, 2 * HOUR]) {
    site.clock.advance(step)
    for (const browser of [keeps, refuses]) await browser.get('/privacy')
  }
  expect(await settledDays(site)).toEqual([
    { day: '2026-11-24', visitors: 2, pageViews: 6 },
    { day: '2026-11-25', visitors: 2, pageViews: 6 },
  ])
})

test('a day that a clock too fast has closed stays what the ledger says; who comes then is a gap, and counts from the next day on', async () => {
  site.clock.set('2027-03-01T03:00:00Z')
  const [keeps, refuses] = [await shows('203.0.113.1'), await shows('203.0.113.2', false)]
  await settledDays(site)
  site.clock.advance(26 * HOUR)
  await closeVisitDays(site.ctx)
  expect(await ledger()).toEqual([{ day: '2027-03-01', people: 2, pageViews: 2 }])
  site.clock.advance(-26 * HOUR)
  for (const browser of [keeps, refuses, await shows('203.0.113.3')]) await browser.get('/privacy')
  await settledDays(site)
  site.clock.advance(24 * HOUR)
  for (const browser of [keeps, refuses]) await browser.get('/privacy')
  expect(await settledDays(site)).toEqual([
    { day: '2027-03-01', visitors: 2, pageViews: 2 },
    { day: '2027-03-02', visitors: 2, pageViews: 2 },
  ])
  expect(await site.ctx.db('visit_gaps').select('day', 'lost')).toEqual([{ day: '2027-03-01', lost: 4 }])
  // No second key, by which visitors of the closed day could be told apart again.
  expect(await site.ctx.db('visit_keys').pluck('day')).toEqual(['2027-03-02'])
  expect(await site.ctx.db('visits').where({ day: '2027-03-01' }).whereNotNull('anonymousKey')).toEqual([])
})
