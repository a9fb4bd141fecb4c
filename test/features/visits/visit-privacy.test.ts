import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { changeSettings, loadSettings } from '../../../src/features/settings/settings.service.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const PATH = '/console/visitors/settings'
const POLICY = 'form[action$="/policy"]'

test('the policy that comes with the program says what the settings make of visitors, in both languages', async () => {
  const policy = async (lang: string) => (await site.visitor({ headers: { 'accept-language': lang } }).get('/privacy')).text('main .text')
  expect(await policy('ko')).toMatch(/visitor이고.*730일.*쿠키 없이 한 사람으로.*35일이 지나면/s)
  expect(await policy('en')).toMatch(/counted without a cookie.*after 35 days/s)
  await changeSettings(site.ctx, guest, { visitRowDays: 90, visitHonoursSignals: false })
  expect(await policy('ko')).toMatch(/신호에 따라 다르게 처리하지 않습니다.*90일이 지나면/s)
  const owner = await aMember(site, '주인', { level: 10 })
  const page = await owner.agent.get(PATH)
  expect(page.text('#policy-ko')).toContain('90일이 지나면')
  expect(page.text('#policy-en')).toContain('after 90 days')
  expect(page.text('#policy')).toContain('이미 들어 있습니다')
  expect(page.has(POLICY)).toBe(false)
})

test('with one click the words stand in a policy of the owner’s own, and follow the settings from then on', async () => {
  await changeSettings(site.ctx, guest, { privacyKo: '# 우리 약속\n\n적게 모읍니다.', privacyEn: '' })
  const owner = await aMember(site, '주인', { level: 10 })
  const after = await owner.agent.submit(await owner.agent.get(PATH), POLICY)
  expect(after.text('.flash')).toContain('개인정보처리방침에 넣었습니다.')
  expect(after.has(POLICY)).toBe(false)
  await changeSettings(site.ctx, guest, { visitRowDays: 7 })
  for (const lang of ['ko', 'en']) {
    const policy = await site.visitor({ headers: { 'accept-language': lang } }).get('/privacy')
    expect(policy.texts('main .text h2')).toEqual(['우리 약속', '접속자 집계'])
    expect(policy.text('main .text li:nth-child(6)')).toContain('7일이 지나면')
    expect(policy.text('main .text')).not.toContain('{{')
  }
  // Twice is once.
  await owner.agent.post(`${PATH}/policy`, { _csrf: after.root.querySelector('[name=_csrf]')?.getAttribute('value') ?? '' })
  expect((await loadSettings(site.ctx)).privacyKo.split('{{visitors}}')).toHaveLength(2)
})

test('a policy that is full stays as it is, and the owner is told', async () => {
  await changeSettings(site.ctx, guest, { privacyKo: '가'.repeat(19_990) })
  const owner = await aMember(site, '주인', { level: 10 })
  const after = await owner.agent.submit(await owner.agent.get(PATH), POLICY)
  expect(after.text('.flash')).toContain('너무 길어서')
  expect((await loadSettings(site.ctx)).privacyKo).toHaveLength(19_990)
})
