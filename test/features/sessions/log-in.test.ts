import { expect, test } from 'vitest'
import { aMember, PASSWORD } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite({ TRUST_PROXY: 'loopback' })

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const tryLogIn = (login: string, password: string, address = '203.0.113.7') =>
  site.visitor(from(address)).post('/login', { login, password })
const sessionKeys = () => site.ctx.redis.keys('session:*')
const cookieLine = (response: Response) => response.headers.getSetCookie().find((line) => line.startsWith('madang.sid=')) ?? ''
const send = (login: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  site.visitor().request('/login', {
    method: 'POST',
    body: new URLSearchParams({ login, password: PASSWORD, ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })

test('a member logs in by ID or by e-mail, however they are written, and goes on where they were', async () => {
  const { login } = await aMember(site, '새봄')
  for (const typed of [login, ` ${login.toUpperCase()} `, `${login}@example.org`, `${login.toUpperCase()}@Example.org`]) {
    const agent = site.visitor()
    const page = await agent.submit(await agent.get('/login?returnTo=%2Fsearch%3Fq%3Dx'), 'form#login', {
      login: typed,
      password: PASSWORD,
    })
    expect([typed, page.path]).toEqual([typed, '/search?q=x'])
    expect((await agent.get('/me')).status).toBe(200)
  }
})

test('a wrong password and an unknown name get the very same answer', async () => {
  const { login } = await aMember(site, '새봄')
  const plain = (body: string) => body.replaceAll(login, '…').replaceAll('nobody9', '…')
  const wrong = await tryLogIn(login, 'wrong lanterns')
  const unknown = await tryLogIn('nobody9', 'wrong lanterns')
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(plain(wrong.body)).toBe(plain(unknown.body))
  expect(wrong.body).not.toContain('wrong lanterns')
  expect(wrong.root.querySelector('#field-login')?.getAttribute('value')).toBe(login)
})

test('a session that was planted before the log-in is worth nothing after it', async () => {
  const { login, agent } = await aMember(site, '새봄')
  const planted = agent.cookies.get('madang.sid') ?? ''
  const victim = site.visitor()
  victim.cookies.set('madang.sid', planted)
  const token = (await victim.get('/me')).root.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  await victim.post('/login', { login, password: PASSWORD, _csrf: token })
  expect(victim.cookies.get('madang.sid')).not.toBe(planted)
  expect((await agent.get('/me')).path).toContain('/login')
  expect((await victim.get('/me')).path).toBe('/me')
  expect(await sessionKeys()).toHaveLength(1)
})

test('an identifier that a stranger made up is never taken over', async () => {
  const { login } = await aMember(site, '새봄')
  const agent = site.visitor()
  agent.cookies.set('madang.sid', 's%3Amade-up.signature')
  await agent.post('/login', { login, password: PASSWORD })
  expect(agent.cookies.get('madang.sid')).not.toContain('made-up')
  expect((await agent.get('/me')).path).toBe('/me')
})

test('without “keep” the cookie ends with the browser; with it, in 30 days', async () => {
  const { login } = await aMember(site, '새봄')
  const unkept = cookieLine(await send(login))
  expect(unkept).toMatch(/HttpOnly/)
  expect(unkept).toMatch(/SameSite=Lax/)
  expect(unkept).not.toMatch(/Expires|Max-Age/)
  const kept = /Expires=([^;]+)/.exec(cookieLine(await send(login, { keep: 'yes' })))?.[1] ?? ''
  expect((Date.parse(kept) - Date.now()) / 86_400_000).toBeCloseTo(30, 1)
  const lives = await Promise.all((await sessionKeys()).map((key) => site.ctx.redis.ttl(key)))
  expect(lives.map((seconds) => Math.round(seconds / 86_400)).sort((a, b) => a - b)).toEqual([1, 1, 30])
})

test('pages move the end of a session that is not kept, and no more often than each five minutes', async () => {
  const { agent } = await aMember(site, '새봄')
  const [key = ''] = await sessionKeys()
  const lifeAfterAPage = async () => {
    await site.ctx.redis.expire(key, 1_000)
    await agent.get('/me')
    return site.ctx.redis.ttl(key)
  }
  site.clock.set(new Date(site.clock.now().getTime() + 6 * 60_000))
  expect(await lifeAfterAPage()).toBeGreaterThan(80_000)
  expect(await lifeAfterAPage()).toBeLessThanOrEqual(1_000)
  site.clock.set(new Date(site.clock.now().getTime() + 6 * 60_000))
  expect(await lifeAfterAPage()).toBeGreaterThan(80_000)
})

test('behind TLS the cookie is sent over TLS alone', async () => {
  const { login } = await aMember(site, '새봄')
  expect(cookieLine(await send(login, {}, { 'x-forwarded-proto': 'https' }))).toMatch(/Secure/)
})

test('guests have no session, and one that is over takes its cookie with it', async () => {
  const visitor = site.visitor()
  await visitor.get('/')
  await visitor.get('/login')
  expect([visitor.cookies.has('madang.sid'), await sessionKeys()]).toEqual([false, []])
  const { agent } = await aMember(site, '새봄')
  await site.ctx.redis.flushDb()
  await agent.get('/')
  expect(agent.cookies.has('madang.sid')).toBe(false)
})

test('log-out ends the session in Redis too: a copy of the cookie opens nothing', async () => {
  const { agent } = await aMember(site, '새봄')
  const copy = site.visitor()
  copy.cookies.set('madang.sid', agent.cookies.get('madang.sid') ?? '')
  expect((await copy.get('/me')).path).toBe('/me')
  const page = await agent.post('/logout', {})
  expect(page.text('.flash')).toContain('로그아웃')
  expect(await sessionKeys()).toEqual([])
  expect((await copy.get('/me')).path).toContain('/login')
})

test('a stranger’s wrong guesses run out, and the member still gets in from elsewhere', async () => {
  const { login } = await aMember(site, '새봄')
  const statuses: number[] = []
  for (let guess = 0; guess < 12; guess += 1) statuses.push((await tryLogIn(login, `guess number ${guess}`, '198.51.100.9')).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
  const refused = await tryLogIn(login, PASSWORD, '198.51.100.9')
  expect([refused.status, Number(refused.headers.get('retry-after')) > 60]).toEqual([429, true])
  expect(refused.text('.alert')).toContain('15분')
  expect((await tryLogIn(login, PASSWORD, '203.0.113.7')).status).toBe(200)
})

test('who types their password right is never counted', async () => {
  const { login } = await aMember(site, '새봄')
  for (let time = 0; time < 15; time += 1) expect((await tryLogIn(login, PASSWORD)).path).toBe('/')
})

test('a network that tries many names runs out as well', async () => {
  let status = 0
  for (let guess = 0; guess < 61; guess += 1) status = (await tryLogIn(`nobody${guess}`, 'some password', `198.51.100.${guess}`)).status
  expect(status).toBe(429)
  expect((await tryLogIn('nobody', 'some password', '203.0.113.7')).status).toBe(422)
})

test('a flood of log-ins is answered, most of it with “later”', async () => {
  const { login } = await aMember(site, '새봄')
  const pages = await Promise.all(Array.from({ length: 60 }, (_, index) => tryLogIn(login, 'wrong lanterns', `198.51.${index}.1`)))
  expect(pages.filter(({ status }) => status !== 422 && status !== 429)).toEqual([])
  expect((await tryLogIn(login, PASSWORD)).path).toBe('/')
})

test('a suspended member is told so, but only with the right password; their sessions end at once', async () => {
  const { login, agent, viewer } = await aMember(site, '새봄')
  await site.ctx.db('members').where({ id: viewer.memberId }).update({ status: 'suspended' })
  expect((await agent.get('/me')).path).toContain('/login')
  expect((await tryLogIn(login, PASSWORD)).text('.alert')).toContain('정지')
  expect((await tryLogIn(login, 'wrong lanterns')).text('.alert')).not.toContain('정지')
})

test('a level that was taken away is gone at the next request', async () => {
  const { agent, viewer } = await aMember(site, '새봄', { level: 9 })
  expect((await agent.get('/')).body).toContain('href="/console"')
  await site.ctx.db('members').where({ id: viewer.memberId }).update({ level: 2 })
  expect((await agent.get('/')).body).not.toContain('href="/console"')
})

test('forms that come from elsewhere, or without the session’s token, change nothing', async () => {
  const { agent, login } = await aMember(site, '새봄')
  const forged = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin', 'x-csrf-token': 'AAAA' },
    { 'sec-fetch-site': 'same-origin', 'x-csrf-token': '' },
  ]
  for (const headers of forged) {
    for (const path of ['/logout', '/me/password', '/me/nickname', '/me/log-out-everywhere', '/preferences']) {
      expect((await agent.post(path, {}, headers)).status, path + JSON.stringify(headers)).toBe(403)
    }
  }
  expect((await agent.get('/me')).path).toBe('/me')
  expect((await site.visitor().post('/login', { login, password: PASSWORD }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})
