import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import type { PostCalled } from '../../../src/features/posts/posts.events.ts'
import { relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { refreshSomeTexts } from '../../../src/refresh-texts.ts'
import { tellSubscribers } from '../../../src/subscribers.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { planner } from './scheduled.ts'

const site = useSite()
const { plan, wait } = planner(site)
let board: Board
let mina: Person
let suho: Person
let keeper: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', privatePosts: true, secret: 'choice' })
  mina = await aMember(site, 'mina')
  suho = await aMember(site, '수호')
  keeper = await aMember(site, '지기', { moderates: [board] })
})

const write = async (body: string, fields: Record<string, string> = {}, path = '/free', person = mina) =>
  person.agent.submit(await person.agent.get(`${path}/write`), '#post-form', { title: '모두에게', body, ...fields })
const edit = async (body: string, fields: Record<string, string> = {}) =>
  mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { body, ...fields })
const act = async (name: string) => keeper.agent.submit(await keeper.agent.get(`/free/1/${name}`), 'main form.form', { reason: '이유' })
const links = async (path = '/free/1', { agent } = mina) =>
  (await agent.get(path)).root
    .querySelectorAll('.post .text a')
    .map((link) => [link.text, decodeURIComponent(link.getAttribute('href') ?? '')])
const news = async (): Promise<PostCalled[]> => {
  const rows: { payload: string | PostCalled }[] = await site.ctx
    .db('outbox')
    .where({ event: 'post.called' })
    .orderBy('id')
    .select('payload')
  return rows.map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload))
}
const told = async () => (await news()).map(({ mentioned }) => mentioned)
const id = ({ viewer }: Person) => viewer.memberId

test('who is called by a post is told, and their name leads to them; one’s own is a link and no news', async () => {
  await write('@수호님, @지기 @없는이름 @mina `@수호`\n\n> @수호\n\n- @지기에게')
  expect(await links()).toEqual([
    ['@수호', '/members/수호'],
    ['@지기', '/members/지기'],
    ['@mina', '/members/mina'],
    ['@수호', '/members/수호'],
    ['@지기', '/members/지기'],
  ])
  const { id: postId } = await site.ctx.db('posts').first('id')
  expect(await news()).toEqual([{ postId, boardId: board.id, authorId: id(mina), mentioned: [id(suho), id(keeper)] }])
})

test('the preview links those whom the post would call', async () => {
  const page = await write('@수호 @없는이름', { action: 'preview' })
  expect(page.root.querySelectorAll('.preview a').map(({ text }) => text)).toEqual(['@수호'])
  expect(await site.ctx.db('post_mentions')).toEqual([])
})

test('each is told once, however often the post is changed; who is named later is told then', async () => {
  await write('@수호 안녕')
  await edit('안녕')
  expect(await site.ctx.db('post_mentions')).toEqual([])
  await edit('@수호 @지기 안녕')
  await edit('@지기 @수호 안녕!')
  expect(await told()).toEqual([[id(suho)], [id(keeper)]])
  expect((await links()).map(([name]) => name)).toEqual(['@지기', '@수호'])
})

test('a post that waits, is private, or is planned tells nobody until it is open', async () => {
  await site.ctx.db('boards').where({ id: board.id }).update({ approval: 1 })
  await site.ctx.memory.forget('boards')
  await write('@수호 먼저 보세요')
  expect(await told()).toEqual([])
  await act('approve')
  expect(await told()).toEqual([[id(suho)]])
  await act('hide')
  await act('restore')
  expect(await told()).toEqual([[id(suho)]])
})

test('a private post tells when it is opened, and not again when it was withdrawn meanwhile', async () => {
  await write('@수호 나중에', { publish: 'private' })
  expect(await told()).toEqual([])
  await edit('@수호 이제', { publish: 'now' })
  await edit('@수호 아니', { publish: 'private' })
  await edit('@수호 다시', { publish: 'now' })
  expect(await told()).toEqual([[id(suho)]])
})

test('a secret post tells nobody, not even who may read it, until it is secret no more', async () => {
  await write('@수호 @지기 비밀', { secret: 'yes' })
  await edit('@수호 @지기 비밀!', { secret: 'yes' })
  expect(await told()).toEqual([])
  await edit('@수호 @지기 공개', { secret: '' })
  expect(await told()).toEqual([[id(suho), id(keeper)]])
})

test('a planned post calls by the names of its hour, and tells then', async () => {
  await plan(mina, { body: '@수호 @새별 안녕' })
  expect([await told(), await site.ctx.db('post_mentions')]).toEqual([[], []])
  const star = await aMember(site, '새별')
  await wait(2)
  expect(await told()).toEqual([[id(suho), id(star)]])
})

test('who may not read the post is not told of it; their name still leads to them', async () => {
  await aBoard(site, { slug: 'staff', readLevel: 5, listLevel: 5, writeLevel: 5 })
  const high = await aMember(site, '높은이', { level: 6 })
  const asked = await aMember(site, '탈퇴자', { level: 6 })
  await site.ctx
    .db('members')
    .where({ id: id(asked) })
    .update({ status: 'suspended' })
  const writer = await aMember(site, '쓰는이', { level: 6 })
  await write('@수호 @높은이 @탈퇴자', {}, '/staff', writer)
  expect(await told()).toEqual([[id(high)]])
  expect((await links('/staff/1', writer)).map(([name]) => name)).toEqual(['@수호', '@높은이', '@탈퇴자'])
})

test('where everyone sees their own posts alone, those are told who keep order', async () => {
  await aBoard(site, { slug: 'letterbox', consultation: true })
  await site.ctx.db('board_moderators').insert({
    boardId: (await site.ctx.db('boards').where({ slug: 'letterbox' }).first('id')).id,
    memberId: id(keeper),
    createdAt: site.clock.now(),
  })
  await write('@수호 @지기 도와주세요', {}, '/letterbox')
  expect(await told()).toEqual([[id(keeper)]])
})

test('a name means whom it meant when it was written, whatever they are called by now', async () => {
  await write('@수호 안녕')
  await suho.agent.submit(await suho.agent.get('/me'), '#nickname', { nickname: '파도' })
  const other = await aMember(site, '수호')
  await relayOutbox(site.ctx, (event, payload) => tellSubscribers(site.ctx, event, payload))
  await refreshSomeTexts(site.ctx)
  expect(await links()).toEqual([['@수호', '/members/파도']])
  await edit('@수호 잘 지내요?')
  expect(await links()).toEqual([['@수호', '/members/파도']])
  await write('@수호')
  expect(await links('/free/2')).toEqual([['@수호', '/members/수호']])
  expect(await told()).toEqual([[id(suho)], [id(other)]])
})

test('an earlier text that stands again calls whom it names', async () => {
  await write('@수호 안녕', { publish: 'private' })
  await edit('끝', { publish: 'private' })
  await edit('끝!', { publish: 'now' })
  expect(await told()).toEqual([])
  await mina.agent.submit(await mina.agent.get('/free/1/history/1/restore'), '#version-form')
  expect(await told()).toEqual([[id(suho)]])
  expect(await links()).toEqual([['@수호', '/members/수호']])
})

test('a guest’s post calls nobody', async () => {
  await aBoard(site, { slug: 'open', listLevel: 1, readLevel: 1, writeLevel: 1 })
  const visitor = site.visitor()
  const typed = { title: '손님', body: '@수호 안녕', guestName: '길손', guestPassword: 'river-stone-3' }
  await visitor.submit(await visitor.get('/open/write/guest'), '#post-form', typed)
  expect(await site.ctx.db('posts').pluck('title')).toEqual(['손님'])
  expect([await told(), await site.ctx.db('post_mentions')]).toEqual([[], []])
})
