import { expect, test } from 'vitest'
import { makeOwner } from '../../../src/features/members/make-owner.service.ts'
import { aMember, logIn } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const password = 'nine slow herons'

test('a new owner may log in at once, and may be called what they are', async () => {
  expect(await makeOwner(site.ctx, { login: 'admin', password })).toEqual({ made: 'new', login: 'admin', withoutEmail: true })
  const agent = await logIn(site, 'admin', password)
  expect((await agent.get('/')).links()).toContain('/console')
})

test('a member becomes the owner with a new password, suspended or not; their sessions end and their names stay', async () => {
  const { login, viewer, agent } = await aMember(site, '새봄')
  await site.ctx.db('members').where({ id: viewer.memberId }).update({ status: 'suspended' })
  expect(await makeOwner(site.ctx, { login: login.toUpperCase(), password })).toEqual({ made: 'raised', login, withoutEmail: false })
  expect((await agent.get('/me')).path).toContain('/login')
  await logIn(site, login, password)
  expect(await site.ctx.db('members').first()).toMatchObject({
    nickname: '새봄',
    email: `${login}@example.org`,
    level: 10,
    status: 'active',
  })
})

test('what is taken or too easy is told, and nothing is changed', async () => {
  const { login } = await aMember(site, '새봄')
  expect(await makeOwner(site.ctx, { login: 'boss', nickname: '새봄', password })).toEqual({
    errors: { nickname: 'members.nickname.taken' },
  })
  expect(await makeOwner(site.ctx, { login: 'boss', email: `${login}@example.org`, password })).toEqual({
    errors: { email: 'members.email.taken' },
  })
  expect(await makeOwner(site.ctx, { login, password: '12345678' })).toEqual({ errors: { password: 'members.password.common' } })
  expect(await makeOwner(site.ctx, { login: 'b', password })).toMatchObject({ errors: { login: 'members.login.form' } })
  expect(await site.ctx.db('members').select('level')).toEqual([{ level: 2 }])
})

test('done twice it is done once', async () => {
  await makeOwner(site.ctx, { login: 'admin', password })
  expect(await makeOwner(site.ctx, { login: 'admin', password, nickname: '주인장', email: 'a@example.org' })).toMatchObject({
    made: 'raised',
  })
  expect(await site.ctx.db('members')).toMatchObject([{ login: 'admin', nickname: '주인장', email: 'a@example.org' }])
})
