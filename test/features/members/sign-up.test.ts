import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { signUp } from '../../../src/features/members/members.service.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const saebom = {
  login: 'saebom',
  nickname: '새봄',
  email: 'saebom@example.org',
  password: '하늘과 바람과 별',
  passwordAgain: '하늘과 바람과 별',
  agreeTerms: 'yes',
  agreePrivacy: 'yes',
}

const join = async (fields: Record<string, string> = {}, path = '/signup', agent = site.visitor()) => {
  const page = await agent.submit(await agent.get(path), 'form#sign-up', { ...saebom, ...fields })
  return { agent, page }
}
const errorAt = (page: Page, field: string) => (page.has(`#field-${field}[aria-invalid]`) ? page.text(`#about-${field}`) : '')
const memberCount = async () => Number((await site.ctx.db('members').count({ count: '*' }).first())?.['count'])

test('whoever signs up is a member at once, logged in, back where they were, and greeted', async () => {
  const { agent, page } = await join({}, '/signup?returnTo=%2Fsearch%3Fq%3Dx')
  expect([page.status, page.path]).toEqual([200, '/search?q=x'])
  expect(page.text('.flash')).toContain('새봄님')
  expect((await agent.get('/me')).text('h1')).toBe('내 정보')
  const member = await site.ctx.db('members').first()
  expect(member).toMatchObject({ login: 'saebom', nickname: '새봄', email: 'saebom@example.org', level: 2, status: 'active' })
  expect(member.passwordHash).not.toContain('하늘')
})

test('every wrong field is told at once, beside it and on top, and what was typed stays; passwords never do', async () => {
  const wrong = {
    login: 'a',
    nickname: '관리자',
    email: 'saebom',
    password: '12345678',
    passwordAgain: '1234567',
    agreeTerms: '',
    agreePrivacy: '',
  }
  const { page } = await join(wrong)
  expect(page.status).toBe(422)
  for (const field of ['login', 'nickname', 'email', 'password', 'passwordAgain', 'agreeTerms', 'agreePrivacy']) {
    expect(errorAt(page, field), field).not.toBe('')
    expect(page.has(`.alert a[href="#field-${field}"]`), field).toBe(true)
    expect(page.has(`#field-${field}`), field).toBe(true)
  }
  expect(page.root.querySelector('#field-nickname')?.getAttribute('value')).toBe('관리자')
  expect(page.body).not.toContain('12345678')
  expect(await memberCount()).toBe(0)
})

test('a box that was ticked stays ticked', async () => {
  const { page } = await join({ agreePrivacy: '' })
  expect(page.has('#field-agreeTerms[checked]')).toBe(true)
  expect(page.has('#field-agreePrivacy[checked]')).toBe(false)
})

test('names that look like another member’s are taken, all of them told at once', async () => {
  await join()
  const { page } = await join({ login: 'SAEBOM', nickname: '새봄', email: 'SaeBom@Example.org' })
  expect(page.status).toBe(422)
  expect([errorAt(page, 'login'), errorAt(page, 'nickname'), errorAt(page, 'email')].every(Boolean)).toBe(true)
  await join({ login: 'iris', nickname: 'Iris', email: 'iris@example.org' })
  for (const nickname of ['IRIS', 'Ｉｒｉｓ', 'irıs', 'ІRІЅ']) {
    const again = await join({ login: 'other', nickname, email: 'other@example.org' })
    expect(errorAt(again.page, 'nickname'), nickname).not.toBe('')
  }
  expect(await memberCount()).toBe(2)
})

test('a password that is one’s own name is refused', async () => {
  const { page } = await join({ password: 'saebom123', passwordAgain: 'saebom123', login: 'saebom123' })
  expect(errorAt(page, 'password')).toContain('같은 비밀번호')
})

test('the same form sent twice makes one member, who is logged in both times', async () => {
  await join()
  const { agent, page } = await join()
  expect([page.status, page.path]).toEqual([200, '/'])
  expect((await agent.get('/me')).status).toBe(200)
  expect(await memberCount()).toBe(1)
  // Not so with another password, nor later: then it is somebody else's name.
  expect((await join({ password: 'quiet lanterns', passwordAgain: 'quiet lanterns' })).page.status).toBe(422)
  site.clock.advance(11 * 60_000)
  expect((await join()).page.status).toBe(422)
})

test('of 200 who want one name at the same instant one gets it, and the others hear which field it was', async () => {
  const hash = { hash: async () => '$2b$04$x', verify: async () => false }
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      signUp(
        { ...site.ctx, passwords: hash },
        { login: `member${index}`, nickname: '새봄', email: `m${index}@example.org`, password: 'x' },
      ),
    ),
  )
  expect(results.filter((result) => 'member' in result)).toHaveLength(1)
  expect(results.filter((result) => 'taken' in result && result.taken.join() === 'nickname')).toHaveLength(199)
  expect(await memberCount()).toBe(1)
})

test('fifty forms at once through the door: one member, and no fault of ours', async () => {
  const pages = await Promise.all(Array.from({ length: 50 }, () => site.visitor().post('/signup', saebom)))
  expect(await memberCount()).toBe(1)
  expect(pages.filter(({ status }) => ![200, 422, 429].includes(status)).map(({ status }) => status)).toEqual([])
})

test('a site that takes no new members says so calmly, and takes none', async () => {
  await changeSettings(site.ctx, guest, { signUpOpen: false })
  const page = await site.visitor().get('/signup')
  expect([page.status, page.text('h1')]).toEqual([403, '지금은 새 회원을 받지 않습니다.'])
  expect((await site.visitor().post('/signup', saebom)).status).toBe(403)
  expect(await memberCount()).toBe(0)
})

test('fields that nobody asked for change nothing', async () => {
  await join({ level: '10', status: 'suspended', id: '7', sessionEpoch: '9', createdAt: '2000-01-01' })
  expect(await site.ctx.db('members').first()).toMatchObject({ level: 2, status: 'active', sessionEpoch: 0 })
})

test('a form from another site is refused', async () => {
  expect((await site.visitor().post('/signup', saebom, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(await memberCount()).toBe(0)
})

test('after sixty sign-ups an hour a network has to wait', async () => {
  const statuses: number[] = []
  for (let index = 0; index < 62; index += 1) {
    const fields = { ...saebom, login: `member${index}`, nickname: `회원${index}`, email: `m${index}@example.org` }
    statuses.push((await site.visitor().post('/signup', fields)).status)
  }
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
  expect(statuses.slice(60)).toEqual([429, 429])
})
