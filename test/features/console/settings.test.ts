import { expect, test } from 'vitest'
import { loadSettings } from '../../../src/features/settings/settings.service.ts'
import type { Agent } from '../../support/agent.ts'
import { aMember, firstBoards } from '../../support/factories.ts'
import { formFields } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const doors = ['/console', '/console/boards', '/console/boards/new', '/console/boards/free', '/console/members', '/console/members/1']
const ownersDoors = ['/console/settings', '/console/site-information']

test('the console is for administrators, its settings for owners; guests are led to log-in', async () => {
  await firstBoards(site)
  const [member, admin, owner] = [
    await aMember(site, '회원'),
    await aMember(site, '관리', { level: 9 }),
    await aMember(site, '주인님', { level: 10 }),
  ]
  for (const path of [...doors, ...ownersDoors]) {
    const real = path.replace('/1', `/${member.viewer.memberId}`)
    const isOwners = ownersDoors.includes(path)
    expect((await site.visitor().get(real)).path).toMatch(/^\/login\?/)
    expect([403, 404]).toContain((await member.agent.get(real)).status)
    expect([real, (await admin.agent.get(real)).status === 200]).toEqual([real, !isOwners])
    expect([real, (await owner.agent.get(real)).status]).toEqual([real, 200])
  }
})

test('the menu offers an administrator what they may open, and nothing else', async () => {
  const admin = await aMember(site, '관리', { level: 9 })
  const links = (await admin.agent.get('/console')).root.querySelectorAll('.console__menu a').map((link) => link.getAttribute('href'))
  expect(links).toEqual(expect.arrayContaining(['/console', '/console/boards', '/console/members', '/console/moderation']))
  expect(links).not.toContain('/console/settings')
})

test('the first page says how the site does, how mail is sent, and what it runs on', async () => {
  const owner = await aMember(site, '주인님', { level: 10 })
  await aMember(site, '새내기')
  const page = await owner.agent.get('/console')
  expect(page.text('.tiles')).toContain('새 회원2')
  expect(page.text('[aria-labelledby=new-members]')).toContain('새내기')
  expect(page.text('.flash--notice')).toContain('MAIL_URL이 설정되지 않았습니다')
  expect(page.text('.console__facts')).toMatch(/Node\.js 버전24\./)
})

test('an owner names the site, and its name is on every page at once', async () => {
  const owner = await aMember(site, '주인님', { level: 10 })
  const form = await owner.agent.get('/console/settings')
  const after = await owner.agent.submit(form, '#settings-form', { siteNameKo: '느티나무', zone: 'Asia/Tokyo' })
  expect(after.text('.flash')).toContain('저장했습니다.')
  expect((await site.visitor().get('/')).text('title')).toContain('느티나무')
  expect(await loadSettings(site.ctx)).toMatchObject({ siteNameKo: '느티나무', zone: 'Asia/Tokyo', signUpOpen: true })
})

test('sign-up closes by taking the tick away', async () => {
  const owner = await aMember(site, '주인님', { level: 10 })
  const { csrf, fields } = await fieldsOf(owner.agent, '/console/settings')
  delete fields['signUpOpen']
  await owner.agent.post('/console/settings', { ...fields, _csrf: csrf })
  expect((await loadSettings(site.ctx)).signUpOpen).toBe(false)
  const again = await owner.agent.get('/console/settings')
  expect(again.root.querySelector('#field-signUpOpen')?.hasAttribute('checked')).toBe(false)
})

test('a bad value is explained beside its field, everything typed stays, nothing is saved', async () => {
  const owner = await aMember(site, '주인님', { level: 10 })
  const before = await loadSettings(site.ctx)
  const again = await owner.agent.submit(await owner.agent.get('/console/settings'), '#settings-form', {
    siteNameKo: '   ',
    descriptionKo: '남아 있어야 하는 글',
    zone: 'Mars/Olympus',
  })
  expect(again.status).toBe(422)
  expect(again.text('#about-siteNameKo')).toContain('사이트 이름을 적어 주세요.')
  expect(again.text('#about-zone')).toContain('목록에 있는')
  expect(again.root.querySelector('#field-descriptionKo')?.getAttribute('value')).toBe('남아 있어야 하는 글')
  const info = await owner.agent.submit(await owner.agent.get('/console/site-information'), '#site-information-form', {
    contactEmail: '메일',
  })
  expect([info.status, info.text('#about-contactEmail')]).toEqual([422, '이메일 주소처럼 보이지 않습니다. 예: help@example.com'])
  expect(await loadSettings(site.ctx)).toEqual(before)
})

test('markup in settings is text on every page', async () => {
  const owner = await aMember(site, '주인님', { level: 10 })
  const evil = `"><script>alert(1)</script>`
  const named = await owner.agent.submit(await owner.agent.get('/console/settings'), '#settings-form', {
    siteNameKo: evil,
    descriptionKo: evil,
  })
  expect(named.root.querySelector('#field-siteNameKo')?.getAttribute('value')).toContain('script')
  const form = await owner.agent.get('/console/site-information')
  await owner.agent.submit(form, '#site-information-form', { companyName: evil, termsKo: `# ${evil}\n\n[x](javascript:alert(1))` })
  for (const path of ['/', '/terms', '/console/site-information']) {
    const { body } = await owner.agent.get(path)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toMatch(/href="javascript:/)
  }
})

test('fields of other forms, and a request from elsewhere, change nothing', async () => {
  const owner = await aMember(site, '주인님', { level: 10 })
  const before = await loadSettings(site.ctx)
  const { csrf, fields } = await fieldsOf(owner.agent, '/console/settings')
  await owner.agent.post('/console/settings', { ...fields, _csrf: csrf, companyName: '끼워넣기', unknownSetting: 'x' })
  expect(await loadSettings(site.ctx)).toEqual(before)
  expect(await site.ctx.db('settings').where({ name: 'unknownSetting' }).first()).toBeUndefined()
  const elsewhere = await owner.agent.post('/console/settings', { ...fields, siteNameKo: '빼앗음' }, { 'sec-fetch-site': 'cross-site' })
  expect(elsewhere.status).toBe(403)
  const tokenless = await owner.agent.post('/console/settings', { ...fields, siteNameKo: '빼앗음' }, { 'x-csrf-token': 'AAAA' })
  expect(tokenless.status).toBe(403)
  expect(await loadSettings(site.ctx)).toEqual(before)
})

async function fieldsOf(agent: Agent, path: string) {
  const form = (await agent.get(path)).root.querySelector('form.settings')
  if (!form) throw new Error('no form')
  const { _csrf: csrf = '', ...fields } = formFields(form)
  return { csrf, fields }
}
