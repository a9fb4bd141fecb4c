import { expect, test } from 'vitest'
import { dropOldNames } from '../../../src/features/statistics/roll-up-spans.service.ts'
import { rankNames } from '../../../src/features/statistics/sums.read-models.ts'
import { nameIdsOf } from '../../../src/features/visits/visit-names.service.ts'
import { dropOldVisits, dropUnusedNames } from '../../../src/features/visits/visit-retention.jobs.ts'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import { useSite } from '../../support/site.ts'
import { drawVisits } from '../statistics/raw-rows.ts'

const site = useSite()
const daysOf = (table: string) => site.ctx.db(table).distinct().orderBy('day').pluck<string[]>('day')

test('single visits go when they are older than the owner keeps them, their sums and the ledger stay', async () => {
  site.clock.set('2026-01-20T12:00:00Z')
  await drawVisits(site, '2026-01-31', 1, 20)
  await drawVisits(site, '2026-03-01', 2, 20)
  site.clock.set('2026-03-10T12:00:00Z')
  expect(await dropOldVisits(site.ctx)).toBe(0) // Nothing is closed yet.
  await closeVisitDays(site.ctx)
  const sums = await site.ctx.db('visit_sums').count({ n: '*' }).first()
  await dropOldVisits(site.ctx)
  for (const table of ['visits', 'visit_pages']) expect(await daysOf(table)).toEqual(['2026-03-01'])
  expect(await daysOf('visit_ledger')).toEqual(['2026-01-31', '2026-03-01'])
  await closeVisitDays(site.ctx)
  expect(await site.ctx.db('visit_sums').count({ n: '*' }).first()).toEqual(sums)
  // January ended without a worker, on a day of its own; February had nobody.
  expect(await site.ctx.db('visit_spans').orderBy('day').pluck('day')).toEqual(['2026-01-01'])
  const scope = { kind: 'page', boardId: 0, from: '2026-01-01', to: '2026-03-09', openFrom: '2026-03-10' } as const
  const { visitors } = await rankNames(site.ctx.db, scope, { by: 'visitors', limit: 5 })
  const byDay = await site.ctx
    .db('visit_sums')
    .where({ kind: 'page', boardId: 0, span: 'day' })
    .sum<{ n: number }>({ n: 'visitors' })
    .first()
  expect(visitors).toBe(Number(byDay?.n))
})

test('names that nothing stands under go, but not those of sums nor one that was just given out', async () => {
  site.clock.set('2026-01-30T12:00:00Z')
  await drawVisits(site, '2026-01-30', 1, 20)
  await nameIdsOf(site.ctx, ['/gone', '/asked-for-again'])
  site.clock.set('2026-01-31T12:00:00Z')
  await closeVisitDays(site.ctx)
  site.clock.set('2026-04-01T12:00:00Z')
  await dropOldVisits(site.ctx)
  const again = await nameIdsOf(site.ctx, ['/asked-for-again'])
  expect(again('/asked-for-again')).toBeGreaterThan(0)
  const before = await site.ctx.db('visit_names').pluck<string[]>('name')
  await dropUnusedNames(site.ctx)
  const after = await site.ctx.db('visit_names').pluck<string[]>('name')
  expect(before.filter((name) => !after.includes(name))).toEqual(['/gone'])
})

test('of a month that is over two years old only the sums that charts draw by day stay by day', async () => {
  site.clock.set('2026-01-20T12:00:00Z')
  await drawVisits(site, '2026-01-30', 1, 20)
  site.clock.set('2026-02-03T12:00:00Z')
  await closeVisitDays(site.ctx)
  const kinds = (span: string) => site.ctx.db('visit_sums').where({ span }).distinct().orderBy('kind').pluck<string[]>('kind')
  const ofMonth = await kinds('month')
  expect(await kinds('day')).toEqual(ofMonth)
  expect(await dropOldNames(site.ctx)).toBe(0)
  site.clock.set('2028-03-01T12:00:00Z')
  expect(await dropOldNames(site.ctx)).toBeGreaterThan(0)
  expect(await kinds('day')).toEqual(['device', 'loyalty', 'membership', 'referrer-kind', 'weekhour'])
  expect(await kinds('month')).toEqual(ofMonth)
})
