import { beforeEach, expect, test } from 'vitest'
import { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { updateBoard } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { refreshRanks } from '../../../src/features/posts/ranks/ranks.jobs.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'

const site = useSite()
let board: Board
let mina: Person
let moderator: Person
let owner: Person
let stranger: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, '미나')
  stranger = await aMember(site, '수호')
  moderator = await aMember(site, '지기', { moderates: [board] })
  owner = await aMember(site, '주인', { level: 10 })
})

const write = async (fields: Record<string, string>, person = mina) =>
  person.agent.submit(await person.agent.get('/free/write'), '#post-form', { title: 'lantern', body: '나만의 이야기', ...fields })
const edit = async (fields: Record<string, string>) => mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', fields)
const seen = async (path = '/free/1') =>
  Promise.all([mina, stranger, moderator, owner].map(async ({ agent }) => (await agent.get(path)).status))
const listed = async () => (await site.visitor().get('/free')).texts('.t')
const status = async () => (await site.ctx.db('posts').where({ number: 1 }).first('status'))?.status
const differences = async () => {
  await refreshRanks(site.ctx)
  return Array.fromAsync(findDifferences(site.ctx))
}

test('what is private from the first is its author’s alone, at every door, and counts nowhere', async () => {
  const page = await write({ publish: 'private', tags: 'lanterntag' })
  expect([page.path, page.text('.flash'), page.text('.post .alert')]).toEqual([
    '/free/1',
    expect.stringContaining('나만 보는 글'),
    expect.stringContaining('운영자도 볼 수 없습니다'),
  ])
  expect(await seen()).toEqual([200, 404, 404, 404])
  await aPost(site, board, stranger, { title: 'other' })
  for (const reader of [site.visitor(), stranger.agent, moderator.agent, owner.agent]) {
    const front = [
      '/',
      '/free',
      '/free/2',
      '/search?q=lantern',
      '/new',
      '/popular',
      '/members/%EB%AF%B8%EB%82%98',
      '/feeds/all.xml',
      '/feeds/free.xml',
      '/tags',
    ]
    for (const path of [...front, '/tags/lanterntag', '/free?filter=unanswered', '/free?author=%EB%AF%B8%EB%82%98']) {
      const words = await (await reader.request(path)).text()
      expect([path, words.replaceAll('q=lantern', '').includes('lantern') && !path.includes('lantern')]).toEqual([path, false])
    }
  }
  expect((await owner.agent.get('/console')).text('main')).not.toContain('lantern')
  for (const act of ['hide', 'approve', 'remove', 'pin', 'lock', 'history'])
    expect((await moderator.agent.get(`/free/1/${act}`)).status).toBe(404)
  expect((await stranger.agent.post('/free/1/comments', { body: '안녕' })).status).toBe(404)
  expect((await mina.agent.get('/me')).texts('.block li')[0]).toContain('나만 보기')
  expect(await listed()).toEqual(['other'])
  expect(await differences()).toEqual([])
})

test('opened later it keeps its number and date; taken back, those who keep order go on seeing it', async () => {
  await write({ publish: 'private' })
  await aPost(site, board, mina, { title: 'second' })
  const before = await site.ctx.db('posts').where({ number: 1 }).first('createdAt')
  expect((await mina.agent.get('/free/1/edit')).root.querySelector('[name=publish] [selected]')?.getAttribute('value')).toBe('private')
  await edit({ publish: 'now' })
  expect([await status(), await listed(), await seen()]).toEqual(['visible', ['second', 'lantern'], [200, 200, 200, 200]])
  expect((await site.ctx.db('posts').where({ number: 1 }).first('createdAt'))?.createdAt).toEqual(before?.createdAt)
  expect(await differences()).toEqual([])
  await edit({ publish: 'private' })
  expect([await status(), await listed(), await seen()]).toEqual(['withdrawn', ['second'], [200, 404, 200, 200]])
  expect((await moderator.agent.get('/free/1')).text('.post .alert')).toContain('나만 보기로 바꾼 글')
  expect(await differences()).toEqual([])
  // What its author took back is shown to nobody by staff; locked it doesn't come back.
  expect((await moderator.agent.post('/free/1/hide', { reason: 'x' })).status).toBe(409)
  await moderator.agent.post('/free/1/lock', { reason: '다툼' })
  expect((await mina.agent.get('/free/1/edit')).status).toBe(403)
  await moderator.agent.post('/free/1/unlock', { reason: '' })
  await edit({ publish: 'now' })
  expect([await listed(), await differences()]).toEqual([['second', 'lantern'], []])
})

test('a change of words leaves it private; a form that doesn’t ask changes nothing', async () => {
  await write({ publish: 'private' })
  await edit({ body: '고친 이야기' })
  const { version } = await site.ctx.db('posts').where({ number: 1 }).first('version')
  await mina.agent.post('/free/1/edit', { title: 'lantern', body: '또 고친 이야기', version: String(version) })
  expect(await status()).toBe('private')
  expect((await edit({ publish: 'later' })).status).toBe(422)
  expect(await status()).toBe('private')
})

test('words of others below it are not the author’s to take away', async () => {
  const post = await aPost(site, board, mina)
  const form = await mina.agent.get('/free/1/edit')
  await changePosts(site, { id: post.id }, { commentCount: 1 })
  expect((await mina.agent.get('/free/1/edit')).root.querySelector('[value=private]')).toBeNull()
  const late = await mina.agent.submit(form, '#post-form', { publish: 'private', body: '거둔다' })
  expect([late.status, late.text('#error-publish'), await status()]).toEqual([422, expect.stringContaining('댓글이 달린'), 'visible'])
})

test('where a board takes none, a private wish is refused and nothing becomes public', async () => {
  const form = await mina.agent.get('/free/write')
  await updateBoard(site.ctx, owner.viewer, board, BoardForm.parse({ ...board, privatePosts: false }))
  const refused = await mina.agent.submit(form, '#post-form', { title: '비밀', body: '비밀', publish: 'private' })
  expect([refused.status, refused.text('#error-publish')]).toEqual([422, expect.stringContaining('나만 보기로 쓸 수 없습니다')])
  expect(await site.ctx.db('posts')).toEqual([])
  expect((await mina.agent.submit(form, '#post-form', { title: '무엇', body: '무엇', publish: 'whatever' })).status).toBe(422)
})

test('where posts wait for approval, an opened one waits', async () => {
  await updateBoard(site.ctx, owner.viewer, board, BoardForm.parse({ ...board, approval: true }))
  await write({ publish: 'private' })
  await edit({ publish: 'now' })
  expect([await status(), await listed()]).toEqual(['pending', []])
  await moderator.agent.post('/free/1/approve', { reason: '' })
  expect(await listed()).toEqual(['lantern'])
  expect(await differences()).toEqual([])
})

test('pressed open and private by two windows at once, it is one of both and the counts hold', async () => {
  await write({ publish: 'private' })
  for (let round = 0; round < 5; round += 1) {
    const form = await mina.agent.get('/free/1/edit')
    await Promise.all(['now', 'private', 'now', 'private'].map((publish) => mina.agent.submit(form, '#post-form', { publish })))
  }
  expect(['visible', 'private', 'withdrawn']).toContain(await status())
  expect(await differences()).toEqual([])
})

test('a picture of a private post is its author’s alone', async () => {
  const { markdown, path } = await keepPicture(site.ctx, mina.viewer)
  await write({ publish: 'private', body: markdown })
  const answers = await Promise.all([mina, stranger, moderator, owner].map(async ({ agent }) => (await agent.request(path)).status))
  expect(answers).toEqual([200, 404, 404, 404])
})
