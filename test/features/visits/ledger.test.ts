import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkSums, type SumDifference } from '../../../src/features/statistics/check-sums.service.ts'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import { visitKeyOf } from '../../../src/features/visits/visits.service.ts'
import type { Db } from '../../../src/lib/db/db.ts'
import { useSite } from '../../support/site.ts'
import { drawVisits } from '../statistics/raw-rows.ts'

const site = useSite()
const ledgerRows = (db: Db) => db('visit_ledger').orderBy('day').select<Record<string, unknown>[]>('*')

async function twoDays(): Promise<void> {
  site.clock.set('2026-03-04T03:00:00Z')
  await drawVisits(site, '2026-03-03', 1, 30)
  await drawVisits(site, '2026-03-04', 2, 30)
  for (const day of ['2026-03-03', '2026-03-04']) await visitKeyOf(site.ctx, day)
  await site.ctx.db('visits').where({ day: '2026-03-04' }).limit(3).update({ proved: 0, class: 'person' })
  await site.ctx.db.raw(
    "UPDATE visit_days SET visitors = (SELECT COUNT(*) FROM visits v WHERE v.day = visit_days.day AND v.class = 'person')",
  )
  await site.ctx
    .db('visits')
    .where({ day: '2026-03-04' })
    .limit(1)
    .update({ anonymousKey: Buffer.alloc(16, 1) })
  site.clock.set('2026-03-04T19:05:00Z')
}

const differences = async (fix = false): Promise<SumDifference[]> => {
  const found: SumDifference[] = []
  for await (const difference of checkSums(site.ctx, { fix })) found.push(difference)
  return found
}

test('each closed day is bound to the one before by a hash that anybody can make', async () => {
  await twoDays()
  expect(await closeVisitDays(site.ctx)).toBe(2)
  let previous = '0'.repeat(64)
  const rows = await ledgerRows(site.ctx.db)
  expect(rows.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04'])
  for (const row of rows) {
    const figures = [row['people'], row['pageViews'], row['declaredBots'], row['suspectedBots'], row['ruleVersion']]
    const line = `${row['day']} ${figures.join(' ')} ${(row['closedAt'] as Date).toISOString()} ${previous}`
    previous = createHash('sha256').update(line).digest('hex')
    expect((row['hash'] as Buffer).toString('hex')).toBe(previous)
  }
  // Who proved nothing is no person on the day that is written down.
  expect(await site.ctx.db('visits').where({ proved: 0, class: 'person' })).toEqual([])
  expect(await site.ctx.db('visit_days').where({ day: '2026-03-04' }).pluck('visitors')).toEqual([rows[1]?.['people']])
  expect(await differences()).toEqual([])
  // A closed day that is other than it was told differs by that; what was told itself, by its hash.
  await site.ctx.db('visits').where({ day: '2026-03-04', class: 'person' }).limit(1).update({ class: 'suspected' })
  await differences(true)
  expect([...new Set((await differences()).map(({ span, day, what }) => `${span} ${day} ${what}`))]).toEqual([
    ...['ledger 2026-03-04 visitors', 'ledger 2026-03-04 pageViews', 'ledger 2026-03-04 suspectedBots'],
  ])
  await site.ctx.db('visit_ledger').where({ day: '2026-03-03' }).update({ people: 9_000 })
  expect((await differences()).filter(({ what }) => what === 'hash').map(({ span, day }) => [span, day])).toEqual([
    ['ledger', '2026-03-03'],
  ])
})

/** A database whose connection is gone at the n-th thing that is asked of it. */
function breaking(db: Db, after: number): Db {
  let left = after
  const spend = () => {
    left -= 1
    if (left < 0) throw new Error('the worker was killed')
  }
  return new Proxy(db, {
    apply: (target, _self, args) => {
      spend()
      return (target as unknown as (...of: unknown[]) => unknown)(...args)
    },
    get(target, name) {
      if (name === 'raw' || name === 'transaction') spend()
      return Reflect.get(target, name)
    },
  })
}

test('closing that breaks off anywhere is taken up by the next run, and comes to the same', async () => {
  let broke = true
  let finished: unknown[] | null = null
  for (let after = 0; broke; after += 1) {
    for (const table of ['visits', 'visit_pages', 'visit_days', 'visit_keys', 'visit_sums', 'visit_ledger', 'visit_spans'])
      await site.ctx.db(table).delete()
    await twoDays()
    broke = await closeVisitDays({ ...site.ctx, db: breaking(site.ctx.db, after) }).then(
      () => false,
      () => true,
    )
    await closeVisitDays(site.ctx)
    const figures = (await ledgerRows(site.ctx.db)).map(({ day, people, pageViews, suspectedBots }) => ({
      day,
      people,
      pageViews,
      suspectedBots,
    }))
    const outcome = [figures, await site.ctx.db('visit_sums').orderBy(['kind', 'boardId', 'nameId', 'day'])]
    expect(outcome[0]).toHaveLength(2)
    expect([await site.ctx.db('visit_keys'), await site.ctx.db('visits').whereNotNull('anonymousKey')]).toEqual([[], []])
    expect(await differences()).toEqual([])
    finished ??= outcome
    expect(outcome).toEqual(finished)
    expect(after).toBeLessThan(200)
  }
}, 60_000)

test('a counter row that is missing is made anew, and the second repair finds nothing to do', async () => {
  await twoDays()
  await closeVisitDays(site.ctx)
  const days = () =>
    site.ctx.db('visit_days').orderBy('day').select('day', 'visitors', 'pageViews', 'declaredBots', 'suspectedBots', 'botViews')
  const before = [await days(), await ledgerRows(site.ctx.db)]
  await site.ctx.db('visit_days').delete()
  await site.ctx.db('visit_sums').where({ kind: 'page' }).limit(3).update({ views: 77 })
  const found = await differences(true)
  expect(found.map(({ what }) => what)).toContain('visitors')
  expect(found.some(({ what }) => what.startsWith('page,'))).toBe(true)
  expect([await days(), await ledgerRows(site.ctx.db)]).toEqual(before)
  expect(await differences(true)).toEqual([])
  expect([await days(), await ledgerRows(site.ctx.db)]).toEqual(before)
})
