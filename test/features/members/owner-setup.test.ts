import { expect, test } from 'vitest'
import { issueOwnerSetup } from '../../../src/features/members/owner-setup.service.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const owner = {
  login: 'admin',
  nickname: '관리자',
  email: 'owner@example.org',
  password: 'nine slow herons',
  passwordAgain: 'nine slow herons',
}
const aPath = async () => (await issueOwnerSetup(site.ctx)) ?? 'no path'
const owners = () => site.ctx.db('members').where({ level: 10 })

test('an empty site prints one address at each start, and the same one from all its processes', async () => {
  const path = await aPath()
  expect(path).toMatch(/^\/setup\/[\w-]{43}$/)
  expect(await Promise.all([aPath(), aPath()])).toEqual([path, path])
  expect(await site.ctx.db('member_tokens')).toHaveLength(1)
  expect(JSON.stringify(await site.ctx.db('member_tokens'))).not.toContain(path.split('/').at(-1))
})

test('its form makes the owner, whatever they like to be called, logged in at once; then the address is gone', async () => {
  const path = await aPath()
  const visitor = site.visitor()
  const page = await visitor.submit(await visitor.get(path), 'form#setup', owner)
  expect(page.path).toBe('/console')
  expect(await owners()).toMatchObject([{ login: 'admin', nickname: '관리자', level: 10 }])
  expect((await visitor.get('/me')).status).toBe(200)
  expect([(await site.visitor().get(path)).status, (await site.visitor().post(path, owner)).status]).toEqual([404, 404])
  expect(await issueOwnerSetup(site.ctx)).toBeNull()
})

test('of fifty who post it at the same time one becomes the owner', async () => {
  const path = await aPath()
  const forms = Array.from({ length: 50 }, (_, index) => ({
    ...owner,
    login: `owner${index}`,
    nickname: `주인${index}`,
    email: `o${index}@example.org`,
  }))
  const pages = await Promise.all(forms.map((form) => site.visitor().post(path, form)))
  expect(await owners()).toHaveLength(1)
  expect(await site.ctx.db('members')).toHaveLength(1)
  expect(pages.filter(({ path: at }) => at === '/console')).toHaveLength(1)
  expect(pages.filter(({ status }) => ![200, 404, 429].includes(status)).map(({ status }) => status)).toEqual([])
})

test('two addresses of two days, used at the same time, make one owner', async () => {
  const first = await aPath()
  site.clock.advance(20 * 3_600_000)
  const second = await aPath()
  const paths = [first, second].flatMap((path) => Array.from({ length: 5 }, () => path))
  await Promise.all(
    paths.map((path, index) =>
      site.visitor().post(path, { ...owner, login: `owner${index}`, nickname: `주인${index}`, email: `o${index}@example.org` }),
    ),
  )
  expect(await owners()).toHaveLength(1)
})

test('a wrong form keeps the address alive, and says what is wrong', async () => {
  const path = await aPath()
  const visitor = site.visitor()
  const page = await visitor.submit(await visitor.get(path), 'form#setup', { ...owner, password: '12345678', email: 'x' })
  expect([
    page.status,
    page.text('#about-password') !== '',
    page.text('#about-email') !== '',
    page.text('#about-passwordAgain') !== '',
  ]).toEqual([422, true, true, true])
  await aMember(site, '관리자')
  expect((await visitor.submit(page, 'form#setup', owner)).text('#about-nickname')).not.toBe('')
  expect((await visitor.get(path)).status).toBe(200)
})

test('after a day it is too old, and the next start prints a new one', async () => {
  const path = await aPath()
  site.clock.advance(24 * 3_600_000 + 1_000)
  expect((await site.visitor().get(path)).status).toBe(404)
  expect((await site.visitor().get(await aPath())).status).toBe(200)
})

test('a start at the end of the day gives the whole day again', async () => {
  site.clock.set('2027-03-01T00:10:00Z')
  const path = await aPath()
  site.clock.set('2027-03-01T23:50:00Z')
  expect(await aPath()).toBe(path)
  site.clock.set('2027-03-02T12:00:00Z')
  expect((await site.visitor().get(path)).status).toBe(200)
})

test('an owner who was made in another way closes it', async () => {
  const path = await aPath()
  await aMember(site, '주인', { level: 10 })
  expect([(await site.visitor().get(path)).status, (await site.visitor().post(path, owner)).status]).toEqual([404, 404])
})

test.each(['/setup/x', `/setup/${'A'.repeat(43)}`, '/setup/', '/setup/..%2f'])('a made-up address (%s) is a 404', async (path) => {
  await aPath()
  expect((await site.visitor().get(path)).status).toBe(404)
})
