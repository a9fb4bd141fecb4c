import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let reader: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
})

const typed = {
  title: '봄 소풍',
  body: '어디로 갈까요?',
  pollQuestion: '어디로 갈까요?',
  pollChoice1: '바다',
  pollChoice2: '산',
  pollChoice3: '집',
}
const write = async (fields: Record<string, string> = {}, agent: Agent = mina.agent) =>
  agent.submit(await agent.get('/free/write'), '#post-form', { ...typed, ...fields })
const vote = async (agent: Agent, fields: Record<string, string>) =>
  agent.submit(await agent.get('/free/1'), '#poll-form', { action: 'vote', ...fields })
const bars = (page: Page) => page.texts('.poll__choice').map((text) => text.replace(/ 가장 많음$/, ''))
const inAnHour = () => new Date(site.clock.now().getTime() + 3_600_000)
/** As the field says it, in the site's zone. */
const local = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)

test('a post carries a poll; members vote, change their mind and take it back, and everyone reads how it stands', async () => {
  const page = await write()
  expect([page.status, page.text('#poll-heading')]).toEqual([200, '투표 어디로 갈까요?'])
  expect(bars(page)).toEqual(['바다 0표 · 0%', '산 0표 · 0%', '집 0표 · 0%'])
  const voted = await vote(reader.agent, { choice: '2' })
  expect([voted.redirects, voted.text('.flash')]).toEqual([['/free/1#poll'], '알림 투표했습니다.'])
  expect(bars(voted)[1]).toBe('산 1표 · 100%')
  expect(voted.root.querySelector('#poll-form [checked]')?.getAttribute('value')).toBe('2')
  await vote(mina.agent, { choice: '1' })
  const changed = await vote(reader.agent, { choice: '1' })
  expect([bars(changed), changed.text('.poll__facts')]).toEqual([
    ['바다 2표 · 100%', '산 0표 · 0%', '집 0표 · 0%'],
    '2명 참여 하나만 고름 끝나는 때 없음',
  ])
  const back = await vote(reader.agent, { action: 'back' })
  expect([back.text('.flash'), bars(back)[0]]).toEqual(['알림 투표를 취소했습니다.', '바다 1표 · 100%'])
  const guest = await site.visitor().get('/free/1')
  expect([guest.has('#poll-form'), bars(guest)[0], guest.text('.poll__acts')]).toEqual([false, '바다 1표 · 100%', '로그인하고 투표하기'])
})

test('a kept page of guests shows each vote at once, and nobody’s own', async () => {
  await write()
  const [first, second] = [site.visitor(), site.visitor()]
  expect(bars(await first.get('/free/1'))[0]).toBe('바다 0표 · 0%')
  await vote(reader.agent, { choice: '1' })
  const page = await second.get('/free/1')
  expect([bars(page)[0], page.has('.poll__own'), page.body.includes('_csrf')]).toEqual(['바다 1표 · 100%', false, false])
})

test('of several answers no more are taken than the poll allows, and shares are of those who voted', async () => {
  await write({ pollMost: '2' })
  const voted = await vote(reader.agent, { choice1: '1', choice3: '3' })
  await vote(mina.agent, { choice1: '1' })
  expect(bars(await reader.agent.get('/free/1'))).toEqual(['바다 2표 · 100%', '산 0표 · 0%', '집 1표 · 50%'])
  expect(voted.text('.poll__facts')).toContain('2개까지 고름')
  for (const fields of [{ choice1: '1', choice2: '2', choice3: '3' }, { choice1: '9' }, { choice1: '-1' }, { choice1: 'x' }]) {
    const refused = await reader.agent.post('/free/1/poll', { action: 'vote', ...fields })
    expect([refused.status, refused.text('.flash')]).toEqual([200, expect.stringContaining('다시 골라 주세요')])
  }
  const nothing = await reader.agent.post('/free/1/poll', { action: 'vote' })
  expect(nothing.text('.flash')).toContain('하나 이상')
  expect(bars(await reader.agent.get('/free/1'))[0]).toBe('바다 2표 · 100%')
})

test.each([
  ['voted', ['투표한 뒤에', true, true]],
  ['ended', ['끝난 뒤에', false, true]],
] as const)('results for %s are kept from everybody else, staff and author included', async (pollResults, [why, afterVote, afterEnd]) => {
  await write({ pollResults, pollEnds: local(inAnHour()) })
  const owner = await aMember(site, '주인', { level: 10 })
  for (const agent of [site.visitor(), reader.agent, mina.agent, owner.agent]) {
    const page = await agent.get('/free/1')
    expect([page.has('.poll__result'), page.text('.poll__note')]).toEqual([false, expect.stringContaining(why)])
  }
  expect((await vote(reader.agent, { choice: '1' })).has('.poll__result')).toBe(afterVote)
  expect((await owner.agent.get('/free/1')).has('.poll__result')).toBe(false)
  site.clock.set(new Date(inAnHour().getTime() + 60_000))
  expect((await site.visitor().get('/free/1')).has('.poll__result')).toBe(afterEnd)
})

test('a poll ends by the clock alone, and what comes later is not counted', async () => {
  await write({ pollEnds: local(inAnHour()) })
  const open = await reader.agent.get('/free/1')
  site.clock.set(new Date(inAnHour().getTime() + 60_000))
  const late = await reader.agent.submit(open, '#poll-form', { action: 'vote', choice: '1' })
  expect([late.text('.flash'), late.has('#poll-form')]).toEqual([expect.stringContaining('이미 끝났습니다'), false])
  expect(late.text('.poll__note')).toContain('끝난 투표입니다.')
  expect(await site.ctx.db('poll_votes')).toEqual([])
})

test('where votes are final none is changed or taken back', async () => {
  await write({ pollFixed: 'yes' })
  const voted = await vote(reader.agent, { choice: '1' })
  expect([voted.has('#poll-form'), voted.text('.poll__own'), voted.text('.poll__note')]).toEqual([
    false,
    '내가 고름',
    expect.stringContaining('바꿀 수 없습니다'),
  ])
  for (const fields of [{ action: 'back' }, { action: 'vote', choice: '2' }]) {
    expect((await reader.agent.post('/free/1/poll', fields)).text('.flash')).toContain('바꿀 수 없습니다')
  }
  expect(await site.ctx.db('poll_votes').pluck('position')).toEqual([1])
})

test('who chose what stands nowhere in a secret ballot, and on a page of its own in an open one', async () => {
  await write()
  await vote(reader.agent, { choice: '1' })
  const owner = await aMember(site, '주인', { level: 10 })
  expect((await owner.agent.get('/free/1/poll')).status).toBe(404)
  const page = await owner.agent.get('/free/1')
  expect([page.text('.poll'), page.text('.poll__note')]).toEqual([
    expect.not.stringContaining('수호'),
    expect.stringContaining('비밀 투표'),
  ])
  await write({ pollNamed: 'yes', pollResults: 'voted' })
  await reader.agent.submit(await reader.agent.get('/free/2'), '#poll-form', { action: 'vote', choice: '2' })
  const voters = await reader.agent.get('/free/2/poll')
  expect(voters.texts('.voters')).toEqual([
    '바다 0표 아직 아무도 고르지 않았습니다.',
    '산 1표 수호',
    '집 0표 아직 아무도 고르지 않았습니다.',
  ])
  expect((await site.visitor().get('/free/2/poll')).status).toBe(404)
  expect((await site.visitor().get('/free/99/poll')).status).toBe(404)
})

test('a board without names has secret ballots alone', async () => {
  await aBoard(site, { slug: 'whisper', anonymous: true })
  const form = await mina.agent.get('/whisper/write')
  expect(form.has('[name="pollNamed"]')).toBe(false)
  await mina.agent.submit(form, '#post-form', { ...typed, pollNamed: 'yes' })
  expect(await site.ctx.db('polls').first('named')).toEqual({ named: 0 })
})

test('nobody votes on what they may not read, on a locked post, or without a poll', async () => {
  await write()
  await aPost(site, board, mina)
  expect((await reader.agent.post('/free/2/poll', { action: 'vote', choice: '1' })).text('.flash')).toContain('이미 끝났습니다')
  await site.ctx.db('posts').where({ number: 1 }).update({ lockedAt: site.clock.now() })
  expect((await reader.agent.get('/free/1')).text('.poll__note')).toContain('지금은 투표할 수 없습니다')
  expect((await reader.agent.post('/free/1/poll', { action: 'vote', choice: '1' })).text('.flash')).toContain('이미 끝났습니다')
  await changePosts(site, { number: 1 }, { lockedAt: null, status: 'hidden' })
  expect((await reader.agent.post('/free/1/poll', { action: 'vote', choice: '1' })).status).toBe(404)
  expect((await site.visitor().request('/free/1/poll', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(303)
  expect(await site.ctx.db('poll_votes')).toEqual([])
})

test('lists mark a post that has a poll, on kept pages too, as long as it has one; of a secret one nothing is said', async () => {
  await site.ctx.db('boards').where({ id: board.id }).update({ secret: 'choice' })
  await site.ctx.memory.forget('boards')
  const marks = async (reader = site.visitor()) => (await reader.get('/free')).texts('.title .icon + .hidden')
  await write({ pollQuestion: '', pollChoice1: '', pollChoice2: '', pollChoice3: '' })
  expect(await marks()).not.toContain('투표 있음')
  const edit = async (fields: Record<string, string>) => mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', fields)
  const { title: _title, body: _body, ...poll } = typed
  await edit(poll)
  expect(await marks()).toContain('투표 있음')
  expect((await site.visitor().get('/new')).text('main')).toContain('봄 소풍')
  await edit({ secret: 'yes' })
  expect(await marks()).not.toContain('투표 있음')
  expect(await marks(mina.agent)).toContain('투표 있음')
  await edit({ secret: '', pollQuestion: '', pollChoice1: '', pollChoice2: '', pollChoice3: '' })
  expect(await marks()).not.toContain('투표 있음')
  await write()
  expect(await marks()).toContain('투표 있음')
  const { ctx } = site
  expect(await Array.fromAsync(findDifferences(ctx))).toEqual([])
  await ctx.db('posts').where({ number: 2 }).update({ hasPoll: 0 })
  const [wrong] = await Array.fromAsync(findDifferences(ctx))
  expect([wrong?.what, wrong?.kept, wrong?.counted]).toEqual(['marks of polls', 0, 1])
  if (wrong) await mendDifference(ctx, wrong)
  expect(await Array.fromAsync(findDifferences(ctx))).toEqual([])
})
