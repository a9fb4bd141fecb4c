import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { checkSums } from '../../../src/features/statistics/check-sums.service.ts'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import { OLDER_DAYS } from '../../../src/features/visits/visits.read-models.ts'
import { aMember, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'
import { drawVisits } from '../statistics/raw-rows.ts'
import { settledDays } from './counting.ts'

const site = useSite()
const PATH = '/console/visitors/import'
const FORM = '#import-form'
let owner: Person

beforeEach(async () => {
  site.clock.set('2026-11-20T03:00:00Z')
  owner = await aMember(site, '주인', { level: 10 })
  // Whoever logged in to look was counted before.
  await settledDays(site, 300)
  for (const table of ['visit_pages', 'visits', 'visit_days']) await site.ctx.db(table).delete()
})

const send = async (fields: Parameters<Person['agent']['submit']>[2]) => owner.agent.submit(await owner.agent.get(PATH), FORM, fields)
const take = (preview: Page) => owner.agent.submit(preview, FORM, { action: 'import' })
const dayRows = () => site.ctx.db('visit_days').orderBy('day').select('day', 'visitors', 'pageViews', 'importId')

async function figures() {
  await sleep(1_100)
  return JSON.parse((await site.visitor({ headers: { 'user-agent': 'curl/8' } }).get('/visitors.json')).body) as Record<string, unknown>
}

test('a history is looked at, taken in, shown by the counter, and taken back without a trace', async () => {
  await site.ctx.db('visit_days').insert({ day: '2026-11-18', visitors: 40, pageViews: 90 })
  await site.ctx.memory.forget(OLDER_DAYS)
  expect(await figures()).toMatchObject({ total: 40, best: 40 })
  const preview = await send({ text: 'vs_date,vs_count\n2019-03-01,3806\n2026-11-18,9999\n2026-11-19,20\n2026-11-20,1\n' })
  expect(preview.status).toBe(200)
  const told = preview.texts('#import-preview li')
  expect(told[0]).toBe('새로 들어갈 날: 2일 (2019-03-01 ~ 2026-11-19)')
  expect(told[1]).toBe('방문자 합계 3,826, 가장 많은 날 3,806 (2019-03-01)')
  expect(told.slice(2).join()).toMatch(/직접 센 날 1일.*끝나지 않은 날 1일/s)
  expect(await dayRows()).toHaveLength(1)

  const done = await take(preview)
  expect(done.text('.flash')).toContain('불러왔습니다.')
  const [old, own, yesterday] = await dayRows()
  expect([old?.visitors, own, yesterday?.visitors]).toEqual([3_806, { day: '2026-11-18', visitors: 40, pageViews: 90, importId: null }, 20])
  expect(await figures()).toMatchObject({ total: 3_866, best: 3_806, bestDay: '2019-03-01', yesterday: 20, today: 0 })

  expect((await take(preview)).text('.flash')).toContain('불러왔습니다.')
  expect(await site.ctx.db('visit_imports')).toHaveLength(1)
  const again = await send({ text: '2026-11-19,21\n2026-11-17,5' })
  expect(again.texts('#import-preview li').join()).toContain('전에 불러온 날 1일')
  await take(again)

  const list = await owner.agent.get(PATH)
  expect(list.texts('tbody tr')).toEqual([
    expect.stringContaining('2026-11-17 되돌리기15'),
    expect.stringContaining('2019-03-01 ~ 2026-11-19 되돌리기23,826'),
  ])
  const undo = list.root.querySelectorAll('tbody a').at(-1)?.getAttribute('href') ?? ''
  const undone = await owner.agent.submit(await owner.agent.get(undo), '#confirm-form')
  expect(undone.text('.flash')).toContain('되돌렸습니다.')
  expect((await dayRows()).map(({ day }) => day)).toEqual(['2026-11-17', '2026-11-18'])
  expect(undone.text('tbody tr:last-child')).toContain('되돌림')
  expect((await owner.agent.get(undo)).status).toBe(404)
  expect(await figures()).toMatchObject({ total: 45, best: 40, yesterday: 0 })
})

test('imported days stand in no ledger, make no difference to the check, and don’t keep the ledger from going on', async () => {
  site.clock.set('2026-03-10T12:00:00Z')
  await drawVisits(site, '2026-03-01', 1, 20)
  await take(await send({ text: '2020-01-01,100,\n2026-02-27,5,9\n2026-03-02,7,' }))
  expect(await dayRows()).toHaveLength(4)
  await closeVisitDays(site.ctx)
  expect(await site.ctx.db('visit_ledger').pluck('day')).toEqual(['2026-03-01'])
  for await (const difference of checkSums(site.ctx, { fix: true })) expect(difference).toBeNull()
  expect((await dayRows()).map(({ visitors }) => visitors)).toEqual([100, 5, expect.any(Number), 7])
  expect(await site.ctx.db('visit_spans').pluck('day')).not.toContain('2020-01-01')
})

test('a file is read as it comes: from a spreadsheet in two bytes a letter, and with the last click it is looked at first', async () => {
  const file = new File([Buffer.from('\uFEFF날짜\t방문자\r\n2019.03.01\t3,806\r\n', 'utf16le')], 'history.csv')
  const preview = await send({ text: 'nonsense', file, action: 'import' })
  expect(preview.text('#import-preview')).toContain('3,806 (2019-03-01)')
  expect(preview.root.querySelector('textarea')?.text).toContain('2019.03.01\t3,806')
  expect(await dayRows()).toEqual([])
  await take(preview)
  expect(await dayRows()).toMatchObject([{ day: '2019-03-01', visitors: 3_806 }])
})

test('a file of forty years comes through; one that is too large, or has too many lines, is refused with a word', async () => {
  const lines = Array.from({ length: 14_600 }, (_, index) => new Date(Date.UTC(1995, 0, 1 + (index % 11_000))).toISOString().slice(0, 10))
  const preview = await send({ file: new File([[...new Set(lines)].map((day) => `${day},1684,5321`).join('\r\n')], 'long.csv') })
  expect(preview.text('#import-preview li')).toContain('11,000일')
  await take(preview)
  expect(await dayRows()).toHaveLength(11_000)
  const large = await send({ file: new File([Buffer.alloc(500_000, 49)], 'large.csv') })
  expect([large.status, large.text('.alert')]).toEqual([422, expect.stringContaining('400 KB')])
  const many = await send({ text: '1,1\n'.repeat(20_001) })
  expect([many.status, many.text('.alert')]).toEqual([422, expect.stringContaining('20,000줄')])
})

test('lines that can’t be read are named, nothing is taken in, and nothing that was typed is lost', async () => {
  const text = `2019-03-01,3806\n2019-02-30,1\n2019-03-02,many\n${'x\n'.repeat(30)}`
  for (const action of ['look', 'import']) {
    const page = await send({ text, action })
    expect([page.status, page.text('.alert b')]).toEqual([422, expect.stringContaining('32개')])
    expect(page.texts('.alert li').slice(0, 2).join()).toMatch(/2번째 줄 ‘2019-02-30,1’.*3번째 줄/s)
    expect(page.texts('.alert li').at(-1)).toBe('그리고 12줄 더')
    expect(page.root.querySelector('textarea')?.text.trim()).toBe(text.trim())
  }
  expect((await send({ text: '  ' })).text('.alert')).toContain('붙여 넣어')
  expect(await dayRows()).toEqual([])
})

test('who would add a total twice is warned', async () => {
  await changeSettings(site.ctx, owner.viewer, { visitStartTotal: 690_000 })
  expect((await send({ text: '2019-03-01,3806' })).text('#import-preview .alert')).toContain('690,000')
  await changeSettings(site.ctx, owner.viewer, { visitStartTotal: 0, visitCountFrom: '2026-01-01' })
  expect((await send({ text: '2019-03-01,3806' })).text('#import-preview .alert')).toContain('2026-01-01')
})

test('what was taken back can be taken in again, from the page that still stands there', async () => {
  const preview = await send({ text: '2019-03-01,1' })
  for (let times = 1; times <= 2; times += 1) {
    await take(preview)
    expect(await dayRows()).toMatchObject([{ day: '2019-03-01', visitors: 1 }])
    const list = await owner.agent.get(PATH)
    await owner.agent.submit(await owner.agent.get(list.root.querySelector('tbody a')?.getAttribute('href') ?? ''), '#confirm-form')
    expect(await dayRows()).toEqual([])
  }
})

test('of two who import the same days at once, one brings them', async () => {
  const preview = await send({ text: '2019-03-01,1\n2019-03-02,2' })
  const other = await send({ text: '2019-03-01,1\n2019-03-02,2' })
  await Promise.all([take(preview), take(other)])
  expect(await site.ctx.db('visit_imports').pluck('days')).toEqual([2])
  expect((await dayRows()).map(({ visitors }) => visitors)).toEqual([1, 2])
})
