import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, logIn, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'
import { settledDays } from './counting.ts'

const site = useSite()
const PATH = '/visitors/online'

/** Who looks and is not counted: a program. */
async function online(agent: Agent = site.visitor({ headers: { 'user-agent': 'curl/8' } })): Promise<Page> {
  await settledDays(site, 300)
  // Kept pages may be three seconds old; whoever asks by another address gets one of now.
  return agent.get(`${PATH}?at=${site.clock.now().getTime()}`)
}

const figures = (page: Page) => page.texts('.tiles dd').map(Number)
const choose = async ({ agent }: Pick<Person, 'agent'>) => agent.submit(await agent.get('/me'), 'form#named-online')
const names = (page: Page) => page.texts('.people bdi')

test('everybody of the last five minutes is one: guests by their browser, members on however many', async () => {
  expect((await online()).text('.empty')).toContain('아직 아무도 없습니다')
  const first = site.visitor()
  for (const path of ['/terms', '/privacy', '/terms']) await first.get(path)
  const member = await aMember(site, '미나')
  await member.agent.get('/terms')
  await (await logIn(site, member.login)).get('/terms')
  expect(figures(await online())).toEqual([2, 1, 1])
  site.clock.advance(5 * 60_000)
  expect(figures(await online())).toEqual([0, 0, 0])
})

test('a member is named by their own choice alone, and counted without it', async () => {
  const people = await Promise.all(['미나', '준호'].map((name) => aMember(site, name)))
  for (const { agent } of people) await agent.get('/terms')
  const before = await online()
  expect([figures(before), names(before)]).toEqual([[2, 2, 0], []])
  expect(before.text('main')).toContain('회원 2명은 이름을 보이지 않습니다.')
  const [mina] = people
  if (!mina) throw new Error('nobody')
  expect((await choose(mina)).text('.flash')).toContain('이제 현재 접속자에 닉네임이 보입니다.')
  const named = await online()
  expect([figures(named), names(named)]).toEqual([[2, 2, 0], ['미나']])
  expect(named.text('main')).toContain('그 밖의 회원 1명은')
  expect((await online(mina.agent)).text('main')).toContain('내 이름이 여기에 보입니다.')
  await choose(mina)
  expect(names(await online())).toEqual([])
})

test('who logs out is named no more at once, nor is who was suspended', async () => {
  const [mina, junho] = [await aMember(site, '미나'), await aMember(site, '준호')]
  for (const person of [mina, junho]) await choose(person)
  expect(names(await online())).toEqual(['미나', '준호'])
  await mina.agent.submit(await mina.agent.get('/'), 'form[action="/logout"]')
  await site.ctx.db('members').where({ id: junho.viewer.memberId }).update({ status: 'suspended' })
  await site.ctx.content.move()
  expect(names(await online())).toEqual([])
})

test('the page tells nothing of what is read, not even a board that all may read', async () => {
  const mina = await aMember(site, '미나')
  await aPost(site, await aBoard(site, { slug: 'secret-garden', nameKo: '비밀정원' }), mina, { title: '아무도 모르는 글' })
  await choose(mina)
  await mina.agent.get('/secret-garden/1')
  const main = (await online()).root.querySelector('main')?.outerHTML ?? ''
  expect(main).toContain('미나')
  expect(main).not.toMatch(/secret-garden|비밀정원|아무도 모르는 글/)
})

test('it is there for whom the owner lets see it; for others there is neither page nor link', async () => {
  const member = await aMember(site, '미나')
  const owner = await aMember(site, '주인', { level: 10 })
  const seen = async (agent: Agent) => [(await agent.get(PATH)).status, (await agent.get('/')).has(`.counter a[href="${PATH}"]`)]
  expect(await seen(site.visitor())).toEqual([200, true])
  await changeSettings(site.ctx, guest, { visitOnlineFor: 'members' })
  expect(await Promise.all([site.visitor(), member.agent].map(seen))).toEqual([
    [404, false],
    [200, true],
  ])
  await changeSettings(site.ctx, guest, { visitOnlineFor: 'staff' })
  expect(await Promise.all([member.agent, owner.agent].map(seen))).toEqual([
    [404, false],
    [200, true],
  ])
})

test('administrators whom the owner does not count are not here either, and the page says so', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  await choose(owner)
  const without = await online()
  expect(names(without)).toEqual([])
  expect(without.text('main .help')).toContain('관리자는 넣지 않습니다')
  await changeSettings(site.ctx, guest, { visitCountStaff: true })
  await owner.agent.get('/terms')
  const page = await online()
  expect([names(page), page.text('main .help')]).toEqual([['주인'], '최근 5분 안에 페이지를 본 사람입니다.'])
})
