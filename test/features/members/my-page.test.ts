import { expect, test } from 'vitest'
import { aBoard, aMember, aPost, logIn, PASSWORD, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const NEW = 'nine slow herons'
const changePassword = async ({ agent }: Person, fields: Record<string, string> = {}) =>
  agent.submit(await agent.get('/me'), 'form#password', { currentPassword: PASSWORD, password: NEW, passwordAgain: NEW, ...fields })
const rename = async ({ agent }: Person, nickname: string) => agent.submit(await agent.get('/me'), 'form#nickname', { nickname })
const isIn = async (person: Pick<Person, 'agent'>) => (await person.agent.get('/me')).path === '/me'

test('a guest is led to the log-in, and from there back', async () => {
  const page = await site.visitor().get('/me')
  expect(page.path).toBe('/login?returnTo=%2Fme')
  expect(page.root.querySelector('[name=returnTo]')?.getAttribute('value')).toBe('/me')
})

test('a changed password ends every other session, and this one goes on under a new id', async () => {
  const me = await aMember(site, '새봄')
  const phone = { agent: await logIn(site, me.login) }
  const before = me.agent.cookies.get('madang.sid')
  const page = await changePassword(me)
  expect([page.path, page.text('.flash')]).toEqual(['/me', expect.stringContaining('비밀번호를 바꿨습니다')])
  expect(me.agent.cookies.get('madang.sid')).not.toBe(before)
  expect([await isIn(me), await isIn(phone)]).toEqual([true, false])
  await expect(logIn(site, me.login)).rejects.toThrow()
  await logIn(site, me.login, NEW)
})

test('a kept session stays a kept one', async () => {
  const me = await aMember(site, '새봄')
  const agent = site.visitor()
  await agent.submit(await agent.get('/login'), 'form#login', { login: me.login, password: PASSWORD, keep: 'yes' })
  await changePassword({ ...me, agent })
  const lives = await Promise.all((await site.ctx.redis.keys('session:*')).map((key) => site.ctx.redis.ttl(key)))
  expect(lives.filter((seconds) => seconds > 29 * 86_400)).toHaveLength(1)
})

test('without the current password nothing changes, and guessing it there runs out', async () => {
  const me = await aMember(site, '새봄')
  const page = await changePassword(me, { currentPassword: 'wrong lanterns' })
  expect([page.status, page.text('#about-currentPassword')]).toEqual([422, '지금 비밀번호가 맞지 않습니다.'])
  let { status } = page
  for (let guess = 0; guess < 10; guess += 1) ({ status } = await changePassword(me, { currentPassword: `wrong ${guess}` }))
  expect(status).toBe(429)
  await logIn(site, me.login)
})

test('a new password keeps to the rules of the first one', async () => {
  const me = await aMember(site, '새봄')
  const wrong: [Record<string, string>, string][] = [
    [{ password: '12345678', passwordAgain: '12345678' }, '#about-password'],
    [{ password: `${me.login}1`, passwordAgain: `${me.login}1` }, '#about-password'],
    [{ passwordAgain: 'another one' }, '#about-passwordAgain'],
  ]
  for (const [fields, error] of wrong) {
    const page = await changePassword(me, fields)
    expect([page.status, page.text(error) !== '']).toEqual([422, true])
  }
})

test('a field that names another member changes nothing of theirs', async () => {
  const me = await aMember(site, '새봄')
  const other = await aMember(site, '노을')
  await changePassword(me, { id: String(other.viewer.memberId), memberId: String(other.viewer.memberId) })
  expect(await isIn(other)).toBe(true)
  await logIn(site, other.login)
})

test('log-out everywhere ends all five sessions at their next request, this one too', async () => {
  const me = await aMember(site, '새봄')
  const others = await Promise.all(Array.from({ length: 4 }, async () => ({ agent: await logIn(site, me.login) })))
  const page = await me.agent.submit(await me.agent.get('/me'), 'form#everywhere')
  expect(page.text('.flash')).toContain('모든 기기')
  for (const session of [me, ...others]) expect(await isIn(session)).toBe(false)
  expect(await site.ctx.redis.keys('session:*')).toEqual([])
})

test('a new nickname shows at once; one that looks like another’s, or speaks for the site, is refused', async () => {
  const me = await aMember(site, '새봄')
  await aMember(site, 'Iris')
  expect((await rename(me, '여름날')).text('.flash')).toContain('닉네임을 바꿨습니다')
  expect((await me.agent.get('/')).body).toContain('여름날')
  for (const nickname of ['IRIS', 'ІRІЅ', '관리자', '\u3164\u3164', 'x']) {
    const page = await rename(me, nickname)
    expect([nickname, page.status, page.text('#about-nickname') !== '']).toEqual([nickname, 422, true])
  }
  // One's own name in other letters is still one's own.
  expect((await rename(me, '여름날'.normalize('NFD'))).status).toBe(200)
})

test('an administrator may be called what they are', async () => {
  const admin = await aMember(site, '마루', { level: 9 })
  expect((await rename(admin, '관리자')).status).toBe(200)
})

test('my page shows my own posts and comments, and what moderators did with them', async () => {
  const me = await aMember(site, '새봄')
  const board = await aBoard(site, { slug: 'talk' })
  const post = await aPost(site, board, me, { title: '봄이 왔어요' })
  await me.agent.post(`/talk/${post.number}/comments`, { body: '저도 반가워요' })
  const page = await me.agent.get('/me')
  expect(page.links()).toContain(`/talk/${post.number}`)
  expect(page.body).toContain('저도 반가워요')
  expect(page.has('.acts-on-me')).toBe(true)
  expect(page.headers.get('cache-control')).toBe('no-store')
})
