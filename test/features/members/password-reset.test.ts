import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sendResetMail } from '../../../src/features/members/members.jobs.ts'
import { aMember, logIn, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite({ BASE_URL: '' })

const NEW = 'nine slow herons'
const ask = async (email: string) => {
  const visitor = site.visitor()
  return visitor.submit(await visitor.get('/password/forgot'), 'form#forgot', { email })
}
const mailOf = (person: Person) => `${person.login}@example.org`
const waiting = async (): Promise<{ memberId: number | null }[]> =>
  (await site.ctx.db('outbox').where({ event: 'password.reset-requested' }).orderBy('id')).map(({ payload }) =>
    typeof payload === 'string' ? JSON.parse(payload) : payload,
  )
const deliver = async () => {
  for (const payload of await waiting()) await sendResetMail(site.ctx, payload)
}
const linkOf = (index: number) => /\/password\/reset\/[\w-]+/.exec(site.mails.at(index)?.text ?? '')?.[0] ?? 'no link'

async function aLink(): Promise<{ person: Person; link: string }> {
  const person = await aMember(site, '새봄')
  await ask(mailOf(person))
  await deliver()
  return { person, link: linkOf(-1) }
}

test('the answer, and the work before it, are the same whether or not the address is a member’s', async () => {
  const person = await aMember(site, '새봄')
  const known = await ask(mailOf(person).toUpperCase())
  const unknown = await ask('nobody@example.org')
  expect([known.status, known.body]).toEqual([200, unknown.body])
  expect(await waiting()).toEqual([{ memberId: person.viewer.memberId }, { memberId: null }])
  await deliver()
  expect(site.mails.map(({ to }) => to)).toEqual([mailOf(person)])
})

test('the mail goes to the address that is stored, not to one that looks like it', async () => {
  const person = await aMember(site, '새봄')
  await ask(mailOf(person).replace('member', 'ｍember'))
  await ask(mailOf(person).replace('e', 'е'))
  await deliver()
  expect(site.mails.every(({ to }) => to === mailOf(person))).toBe(true)
})

test('only the hash of the token is stored, and the token is nowhere else', async () => {
  const { link } = await aLink()
  const token = link.split('/').at(-1) ?? ''
  const [row] = await site.ctx.db('member_tokens')
  expect(row.tokenHash.equals(createHash('sha256').update(token).digest())).toBe(true)
  expect(JSON.stringify(await site.ctx.db('outbox'))).not.toContain(token)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('opening the link burns nothing; the form changes the password once and ends all sessions', async () => {
  const { person, link } = await aLink()
  const visitor = site.visitor()
  for (const method of ['GET', 'HEAD', 'GET']) expect((await visitor.request(link, { method })).status).toBe(200)
  const page = await visitor.submit(await visitor.get(link), 'form#reset', { password: NEW, passwordAgain: NEW })
  expect([page.path, page.text('.flash')]).toEqual(['/login', expect.stringContaining('비밀번호를 바꿨습니다')])
  expect((await person.agent.get('/me')).path).toContain('/login')
  await logIn(site, person.login, NEW)
  expect((await visitor.get(link)).status).toBe(410)
  expect((await visitor.post(link, { password: 'another lantern', passwordAgain: 'another lantern' })).status).toBe(410)
  await logIn(site, person.login, NEW)
})

test('of ten who post the form at the same time one changes the password', async () => {
  const { person, link } = await aLink()
  const tries = Array.from({ length: 10 }, (_, index) => `nine slow herons ${index}`)
  const pages = await Promise.all(tries.map((password) => site.visitor().post(link, { password, passwordAgain: password })))
  expect(pages.filter(({ path }) => path === '/login')).toHaveLength(1)
  expect((await site.ctx.db('members').where({ id: person.viewer.memberId }).first()).sessionEpoch).toBe(1)
})

test('a wrong form says what is wrong and keeps the link alive', async () => {
  const { link } = await aLink()
  const visitor = site.visitor()
  const page = await visitor.submit(await visitor.get(link), 'form#reset', { password: '12345678', passwordAgain: '1234' })
  expect([page.status, page.text('#about-password') !== '', page.text('#about-passwordAgain') !== '']).toEqual([422, true, true])
  expect((await visitor.get(link)).status).toBe(200)
})

test('a used link takes the member’s other links with it, and an hour ends them all', async () => {
  const { person, link } = await aLink()
  await site.ctx.db('outbox').delete()
  await ask(mailOf(person))
  await deliver()
  const second = linkOf(-1)
  await site.visitor().post(second, { password: NEW, passwordAgain: NEW })
  expect((await site.visitor().get(link)).status).toBe(410)
  await site.ctx.db('outbox').delete()
  await ask(mailOf(person))
  await deliver()
  site.clock.advance(61 * 60_000)
  expect((await site.visitor().get(linkOf(-1))).status).toBe(410)
})

test('whoever asks again and again: three mails an hour reach an address', async () => {
  const person = await aMember(site, '새봄')
  for (let time = 0; time < 6; time += 1) expect((await ask(mailOf(person))).status).toBe(200)
  await deliver()
  expect(site.mails).toHaveLength(3)
})

test('a forged Host leads no mail elsewhere', async () => {
  const person = await aMember(site, '새봄')
  await site.visitor().post('/password/forgot', { email: mailOf(person) }, { 'x-forwarded-host': 'evil.example' })
  await deliver()
  expect(site.mails[0]?.text).toContain('http://localhost:3000/password/reset/')
})

test('who is suspended or has left gets no mail', async () => {
  const person = await aMember(site, '새봄')
  await ask(mailOf(person))
  await site.ctx.db('members').where({ id: person.viewer.memberId }).update({ status: 'suspended' })
  await deliver()
  expect(site.mails).toEqual([])
})
