import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { continueMerges } from '../../../src/features/console/merge-boards.jobs.ts'
import { moderatePost } from '../../../src/features/moderation/moderation.service.ts'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let reader: Person
let owner: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', pageSize: 5 })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
  owner = await aMember(site, '주인', { level: 10 })
})

const find = async (number: number) => (await site.ctx.db<Post>('posts').where({ number }).first())!
const answer = async (agent: Agent, to: number, fields: Record<string, string> = {}) =>
  agent.submit(await agent.get(`/free/write?parent=${to}`), '#post-form', { action: 'publish', body: '답입니다.', ...fields })
const rows = (page: Page) =>
  page.root.querySelectorAll('table.posts .row').map((row) => `${row.querySelector('.no')?.text} ${row.querySelector('.title .t')?.text}`)
const differences = () => Array.fromAsync(findDifferences(site.ctx))
const act = async (number: number, action: 'hide' | 'restore' | 'pin' | 'unpin' | 'delete') =>
  moderatePost(site.ctx, owner.viewer, { board, post: await find(number) }, { action, reason: '까닭' })

test('an answer stands below its post, further in, and takes no place of a page’s rows', async () => {
  for (let count = 1; count <= 7; count += 1) await aPost(site, board, mina, { title: `글 ${count}` })
  const form = await reader.agent.get('/free/write?parent=6')
  expect([form.text('h1'), form.text('.answered a'), form.root.querySelector('[name="title"]')?.getAttribute('value')]).toEqual([
    '답글 쓰기',
    '글 6',
    'Re: 글 6',
  ])
  expect(form.root.querySelector('textarea')?.text.trim()).toBe('> 첫 줄입니다.')
  const page = await reader.agent.submit(form, '#post-form', { action: 'publish', title: '첫 답' })
  expect([page.path, page.text('#thread h2'), page.texts('.thread li > a')]).toEqual(['/free/8', '이어진 답변글 1', ['글 6', '첫 답']])
  await answer(mina.agent, 8, { title: '답의 답' })
  await answer(owner.agent, 6, { title: '둘째 답' })
  const list = await site.visitor().get('/free')
  expect(rows(list)).toEqual(['7 글 7', '6 글 6', '답변 첫 답', '답변 답의 답', '답변 둘째 답', '5 글 5', '4 글 4', '3 글 3'])
  expect(list.root.querySelectorAll('.reply-mark').map((mark) => mark.getAttribute('class'))).toEqual([
    'reply-mark depth-1',
    'reply-mark depth-2',
    'reply-mark depth-1',
  ])
  expect(rows(await site.visitor().get('/free?page=2'))).toEqual(['2 글 2', '1 글 1'])
  expect(await differences()).toEqual([])
})

test('the page of an answer shows its thread, and the list where its root stands', async () => {
  for (let count = 1; count <= 7; count += 1) await aPost(site, board, mina, { title: `글 ${count}` })
  await answer(reader.agent, 1, { title: '늦은 답' })
  const page = await site.visitor().get('/free/8')
  expect(rows(page)).toEqual(['2 글 2', '1 글 1', '열람중 늦은 답'])
  expect(page.texts('.nearby a')).toEqual(['글 2'])
  expect(page.text('.thread [aria-current]')).toContain('늦은 답')
})

test('below a row a few answers stand, and the way to the others', async () => {
  await aPost(site, board, mina, { title: '물음' })
  for (let count = 1; count <= 7; count += 1) await answer(reader.agent, 1, { title: `답 ${count}` })
  const list = await site.visitor().get('/free')
  expect(rows(list)).toEqual(['1 물음', ...[1, 2, 3, 4, 5].map((count) => `답변 답 ${count}`)])
  const more = list.root.querySelectorAll('table.posts .row').at(-1)?.querySelectorAll('a.count').at(-1)
  expect([more?.text, more?.getAttribute('href')]).toEqual(['답변 2개 더', '/free/1#thread'])
  expect((await site.visitor().get('/free/1')).texts('.thread li').length).toBe(8)
})

test('a post that was answered is its author’s to delete no more; where staff take it away, the answers are rows of their own until it is back', async () => {
  await aPost(site, board, mina, { title: '물음' })
  await answer(reader.agent, 1, { title: '답' })
  expect((await mina.agent.get('/free/1/delete')).status).toBe(403)
  await act(1, 'hide')
  expect(rows(await site.visitor().get('/free'))).toEqual(['1 답'])
  const page = await site.visitor().get('/free/2')
  expect([page.status, page.text('.thread')]).toEqual([200, expect.stringContaining('지금 볼 수 없습니다')])
  expect(await differences()).toEqual([])
  await act(1, 'restore')
  expect(rows(await site.visitor().get('/free'))).toEqual(['1 물음', '답변 답'])
  await act(1, 'pin')
  expect(rows(await site.visitor().get('/free'))).toEqual(['공지 물음', '1 답'])
  await act(1, 'unpin')
  await act(2, 'delete')
  expect([rows(await site.visitor().get('/free')), (await find(1)).replyCount, (await find(2)).status]).toEqual([['1 물음'], 0, 'deleted'])
  expect(await differences()).toEqual([])
})

test('an answered post waits for no answer, and comes up where its board lists by activity', async () => {
  await aPost(site, board, mina, { title: '물음' })
  site.clock.set(new Date(site.clock.now().getTime() + 60_000))
  await answer(reader.agent, 1)
  expect(rows(await site.visitor().get('/free?filter=unanswered'))).toEqual([])
  expect((await find(1)).lastActivityAt).toEqual((await find(2)).createdAt)
  const [event] = await site.ctx.db('outbox').where({ event: 'post.answered' }).select('payload')
  const payload = typeof event.payload === 'string' ? JSON.parse(event.payload) : event.payload
  expect(payload).toMatchObject({ postId: (await find(2)).id, parentId: (await find(1)).id, memberId: mina.viewer.memberId })
})

test('on a board for consultation whoever asked reads the answer of staff, and nobody else does', async () => {
  await site.ctx.db('boards').update({ consultation: 1 })
  await site.ctx.memory.forget('boards')
  await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { action: 'publish', title: '문의', body: '언제 여나요?' })
  expect((await answer(owner.agent, 1, { title: '내일 엽니다' })).path).toBe('/free/2')
  expect(rows(await mina.agent.get('/free'))).toEqual(['1 문의', '답변 내일 엽니다'])
  expect((await mina.agent.get('/free/2')).text('h1')).toContain('내일 엽니다')
  expect((await answer(mina.agent, 2, { title: '고맙습니다' })).path).toBe('/free/3')
  expect(rows(await owner.agent.get('/free'))).toEqual(['1 문의', '답변 내일 엽니다', '답변 고맙습니다'])
  for (const agent of [reader.agent, site.visitor()]) {
    expect([(await agent.get('/free/1')).status, (await agent.get('/free/2')).status, rows(await agent.get('/free'))]).toEqual([
      404,
      404,
      [],
    ])
  }
  expect((await reader.agent.get('/free/write?parent=1')).status).toBe(404)
})

test('an answer is as secret as what it answers, and opens to nobody when that is opened', async () => {
  await site.ctx.db('boards').update({ secret: 'choice' })
  await site.ctx.memory.forget('boards')
  await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', {
    action: 'publish',
    title: '비밀',
    body: '쉿',
    secret: 'yes',
  })
  const form = await owner.agent.get('/free/write?parent=1')
  expect([form.has('[name="secret"]'), form.text('.form__note')]).toEqual([false, expect.stringContaining('질문한 사람과 운영진')])
  await owner.agent.submit(form, '#post-form', { action: 'publish', title: '귓속말', body: '쉿' })
  expect((await reader.agent.get('/free/2')).status).toBe(403)
  expect((await mina.agent.get('/free/2')).status).toBe(200)
  const list = await site.visitor().get('/free')
  expect([rows(list), list.body.includes('귓속말')]).toEqual([['1 비밀글입니다', '답변 비밀글입니다'], false])
  expect((await reader.agent.get('/free/write?parent=1')).status).toBe(403)
  const edit = await mina.agent.get('/free/1/edit')
  const { secret: _, ...open } = Object.fromEntries(
    edit.root
      .querySelectorAll('#post-form [name]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? field.text]),
  )
  await mina.agent.post('/free/1/edit', { ...open, images: '', title: '비밀 아님', body: '글', action: 'publish' })
  expect([(await find(1)).secret, (await find(2)).secret]).toEqual([0, 1])
})

test('who may answer is the board’s level, and what was typed to a post that went is not lost', async () => {
  await aPost(site, board, mina, { title: '물음' })
  const form = await reader.agent.get('/free/write?parent=1')
  await act(1, 'hide')
  const refused = await reader.agent.submit(form, '#post-form', { action: 'publish', body: '긴 답' })
  expect([refused.status, refused.text('.flash'), refused.root.querySelector('textarea')?.text.trim()]).toEqual([
    409,
    expect.stringContaining('없어졌거나 잠겼습니다'),
    '긴 답',
  ])
  expect((await reader.agent.submit(refused, '#post-form', { action: 'publish' })).path).toBe('/free/2')
  expect((await find(2)).rootId).toBeNull()
  await act(1, 'restore')
  await site.ctx.db('boards').update({ replyLevel: 5 })
  await site.ctx.memory.forget('boards')
  expect([(await reader.agent.get('/free/write?parent=1')).status, (await reader.agent.get('/free/1')).text('.acts')]).toEqual([
    403,
    expect.not.stringContaining('답글 쓰기'),
  ])
  expect((await owner.agent.get('/free/1')).text('.acts')).toContain('답글 쓰기')
  for (const parent of ['99', 'x', '0']) expect((await owner.agent.get(`/free/write?parent=${parent}`)).status).toBe(404)
})

test('thirty answers at once have thirty places, and wrong counts are found and mended', async () => {
  await aPost(site, board, mina, { title: '물음' })
  const parent = await find(1)
  await Promise.all(Array.from({ length: 30 }, (_, count) => aPost(site, board, reader, { title: `답 ${count}`, parent })))
  const places = await site.ctx.db('posts').where({ rootId: parent.id }).select('replyPath')
  expect([new Set(places.map(({ replyPath }) => replyPath)).size, (await find(1)).replyCount]).toEqual([30, 30])
  await site.ctx.db('posts').where({ id: parent.id }).update({ replyCount: 4 })
  const found = await differences()
  expect(found.map(({ what, kept, counted }) => [what, kept, counted])).toEqual([['replies', 4, 30]])
  for (const difference of found) await mendDifference(site.ctx, difference)
  expect(await differences()).toEqual([])
})

test('answers move with their thread to another board', async () => {
  const other = await aBoard(site, { slug: 'other' })
  await aPost(site, board, mina, { title: '물음' })
  await answer(reader.agent, 1, { title: '답' })
  await owner.agent.post('/console/boards/free/merge', { into: 'other', confirmed: 'yes' })
  await continueMerges(site.ctx)
  expect(rows(await site.visitor().get(`/${other.slug}`))).toEqual(['1 물음', '답변 답'])
  expect(await differences()).toEqual([])
})
