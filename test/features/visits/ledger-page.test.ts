import { expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { enterInLedger } from '../../../src/features/visits/ledger.service.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

async function someDays(): Promise<void> {
  const days = ['2026-01-30', '2026-01-31', '2026-02-02']
  await site.ctx.db('visit_days').insert(days.map((day, index) => ({ day, visitors: 1_000 + index, pageViews: 5_000 })))
  for (const day of days) await enterInLedger(site.ctx, day)
}

test('everybody may read the ledger once the owner publishes it, month by month, as CSV and as JSON', async () => {
  await someDays()
  const guest = site.visitor()
  for (const query of ['', '?format=csv', '?format=json']) expect((await guest.get(`/visitors/ledger${query}`)).status).toBe(404)
  const owner = await aMember(site, '주인', { level: 10 })
  expect((await owner.agent.get('/console/visitors/ledger')).texts('tbody th')).toEqual(['2026-02-02'])
  await changeSettings(site.ctx, owner.viewer, { visitLedgerFor: 'everyone' })
  const january = await guest.get('/visitors/ledger?month=2026-01')
  expect(january.texts('tbody th')).toEqual(['2026-01-31', '2026-01-30'])
  expect(january.texts('.chips [aria-current]')).toEqual(['2026-01'])
  expect((await guest.get('/visitors/ledger?month=2031-13')).texts('tbody th')).toEqual(['2026-02-02'])
  const csv = (await guest.get('/visitors/ledger?format=csv')).body.trim().split('\r\n')
  expect(csv).toHaveLength(4)
  const rows = JSON.parse((await guest.get('/visitors/ledger?format=json')).body) as Record<string, string>[]
  expect(rows.map((row) => Object.values(row).join(','))).toEqual(csv.slice(1))
  expect(rows[1]?.['previous_hash']).toBe(rows[0]?.['hash'])
  expect(january.text('main')).toContain(`sha256sum`)
})
