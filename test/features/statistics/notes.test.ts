import { expect, test } from 'vitest'
import { dayOf, shiftDay } from '../../../src/lib/time/zone.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { pastDays } from '../visits/counting.ts'

const site = useSite()
const today = () => dayOf(site.clock.now(), 'Asia/Seoul')
const NOTES = '/console/visitors/notes'

test('what happened on a day is marked on the charts of days, stands beside its row and in the CSV, until it is deleted', async () => {
  const { agent } = await aMember(site, '관리자', { level: 9 })
  await pastDays(site, today(), 20, () => 40)
  const day = shiftDay(today(), -3)
  const text = '서버를 옮김 <b>"새벽"</b>'
  const written = await agent.submit(await agent.get(NOTES), '#note-form', { day, text })
  expect(written.text('tbody tr')).toContain(text)

  const page = await agent.get('/console/visitors')
  expect(page.text('.chart__notes')).toContain(text)
  expect(page.root.querySelector('.chart__wide .note')).not.toBeNull()
  expect(page.texts('.statistics tbody th small')).toContain(text)
  expect((await agent.get('/console/visitors?format=csv&section=days')).body).toContain('서버를 옮김')

  const asks = await agent.get(written.root.querySelector('tbody a')?.getAttribute('href') ?? '')
  expect(asks.text('main')).toContain(text)
  expect((await agent.submit(asks, '#confirm-form', {})).text('main')).toContain('아직 적은 것이 없습니다')
  expect((await agent.get('/console/visitors')).root.querySelector('.chart__notes')).toBeNull()
})

test.each([
  [{ day: '2026-02-30', text: '비 온 날' }, '날짜를'],
  [{ day: '', text: '비 온 날' }, '날짜를'],
  [{ day: '2026-11-26', text: ' \u200b ' }, '무슨 일'],
  [{ day: '2026-11-26', text: '가'.repeat(201) }, '200자'],
])('a note like %o is refused, and nothing typed is lost', async (fields, error) => {
  const { agent } = await aMember(site, '관리자', { level: 9 })
  const refused = await agent.submit(await agent.get(NOTES), '#note-form', fields)
  expect(refused.status).toBe(422)
  expect(refused.texts('.error').join(' ')).toContain(error)
  expect(refused.root.querySelector('#field-text')?.getAttribute('value')).toBe(fields.text)
})

test('a note that is gone is not there', async () => {
  const { agent } = await aMember(site, '관리자', { level: 9 })
  for (const id of ['1', '99999999999999999999', 'x']) expect((await agent.get(`${NOTES}/${id}/delete`)).status).toBe(404)
})
