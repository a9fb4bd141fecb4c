import { beforeEach, expect, test } from 'vitest'
import { aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person

beforeEach(async () => {
  mina = await aMember(site, 'mina')
})

const offered = async (typed: string, by = mina) => (await by.agent.request(`/members.json?q=${encodeURIComponent(typed)}`)).json()

test('a name is offered by how it begins, by the letters of a syllable that is being composed, and by first consonants', async () => {
  for (const name of ['동네책방', '동녘', '김철수', 'Minari', '민아']) await aMember(site, name)
  expect(await offered('동')).toEqual(['동네책방', '동녘'])
  expect(await offered('동넻')).toEqual(['동네책방'])
  expect(await offered('동ㄴ')).toEqual(['동네책방', '동녘'])
  expect(await offered('ㄷㄴㅊ')).toEqual(['동네책방'])
  expect(await offered('김처')).toEqual(['김철수'])
  expect(await offered('MI')).toEqual(['Minari'])
  // Not what stands in its middle.
  for (const nothing of ['책방', '철', '', ' ', '%', '_', '<b>', 'x'.repeat(500), '\u{10ffff}']) {
    expect([nothing, await offered(nothing)]).toEqual([nothing, []])
  }
})

test('nobody is found by their login or their mailbox, and nothing but names is said', async () => {
  const jun = await aMember(site, '준호')
  expect(await offered(jun.login)).toEqual([])
  expect(await offered('member')).toEqual([])
  expect(await offered('준')).toEqual(['준호'])
})

test('who is suspended or has left is not offered; a new name is, the old one is not', async () => {
  const people = await Promise.all(['가람', '가온', '가을'].map((name) => aMember(site, name)))
  await site.ctx.db('members').where({ id: people[0]?.viewer.memberId }).update({ status: 'suspended' })
  await site.ctx.db('members').where({ id: people[1]?.viewer.memberId }).update({ status: 'left' })
  expect(await offered('가')).toEqual(['가을'])
  const { agent } = people[2] as Person
  await agent.submit(await agent.get('/me'), '#nickname', { nickname: '나루' })
  expect([await offered('가'), await offered('나'), await offered('ㄴㄹ')]).toEqual([[], ['나루'], ['나루']])
  expect(await offered('나', people[2])).toEqual([])
})

test('at most eight are offered, a guest none, and who gathers names is stopped', async () => {
  for (let n = 1; n <= 12; n += 1) await aMember(site, `동무${n}`)
  expect(await offered('동무')).toHaveLength(8)
  expect((await site.visitor().request('/members.json?q=a')).status).toBe(303)
  const answers = await Promise.all(Array.from({ length: 130 }, () => mina.agent.request('/members.json?q=a')))
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
})

test('a member who is called like the door has their page still', async () => {
  await aMember(site, 'complete')
  expect((await site.visitor().get('/members/complete')).status).toBe(200)
})
