import { expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { enterInLedger } from '../../../src/features/visits/ledger.service.ts'
import { createAgent } from '../../support/agent.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { settledDays } from '../visits/counting.ts'

const site = useSite()
const RANGE = 'from=2026-02-01&to=2026-02-04&compare=none'

const page = { visitors: 10, pageViews: 50 }
const counted = { page: { byPage: 1, byRequest: 0 }, request: { byPage: 0, byRequest: 1 }, both: { byPage: 1, byRequest: 1 } }

async function days(ways: Record<string, object>): Promise<void> {
  // Who logged in was counted.
  await settledDays(site, 300)
  for (const table of ['visits', 'visit_days']) await site.ctx.db(table).delete()
  await site.ctx.db('visit_days').insert(Object.entries(ways).map(([day, way]) => ({ day, ...page, ...way })))
}

test('statistics say of each day how it was counted, in words, in the CSV and by the rule in the ledger', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  // Days of before the columns came have neither.
  await days({ '2026-02-01': {}, '2026-02-02': counted.both, '2026-02-03': counted.request })
  await site.ctx.db('visit_days').insert({ day: '2026-02-04', ...page, importId: 1 })
  const ko = await owner.agent.get(`/console/visitors?${RANGE}`)
  expect(ko.texts('section[aria-labelledby=days] tbody tr')).toEqual([
    '2026-02-0410505.0–',
    '2026-02-0310505.0화면에 나올 때',
    '2026-02-0210505.0둘 다(바꾼 날)',
    '2026-02-0110505.0보낼 때',
  ])
  const english = createAgent(site.url)
  for (const [name, value] of [...owner.agent.cookies, ['lang', 'en']] as const) english.cookies.set(name, value)
  const csv = (await english.get(`/console/visitors?${RANGE}&format=csv&section=days`)).body.trim().split('\r\n')
  expect(csv.map((line) => line.split(',').at(-1))).toEqual(['Counted', '', 'as shown', 'both (changed)', 'as sent'])
  for (const day of ['2026-02-01', '2026-02-02', '2026-02-03']) await enterInLedger(site.ctx, day)
  const ledger = await owner.agent.get('/console/visitors/ledger')
  expect(ledger.texts('tbody td:nth-child(6)')).toEqual(['2', '3', '1'])
})

test('where all days were counted in one way it is said once, also to readers of the site, and of bots that some were not seen', async () => {
  site.clock.set('2026-02-03T03:00:00Z')
  const owner = await aMember(site, '주인', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { visitStatisticsFor: 'everyone' })
  await days({ '2026-02-01': counted.page, '2026-02-02': {} })
  const read = async (path: string) => (await owner.agent.get(`${path}?period=7&compare=none`)).text('main')
  for (const path of ['/console/visitors', '/visitors/statistics']) expect(await read(path)).toContain('페이지를 보낼 때 세었습니다')
  expect(await read('/console/visitors/bots')).not.toContain('캐시')
  await days({ '2026-02-01': counted.request, '2026-02-02': counted.request })
  for (const path of ['/console/visitors', '/visitors/statistics']) {
    expect(await read(path)).toContain('화면에 나왔다고 알려 올 때 세었습니다')
    expect(await read(path)).not.toContain('둘 다')
  }
  expect(await read('/console/visitors/bots')).toContain('캐시를 지나온 봇만')
})
