import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { setLocked } from '../../../src/features/posts/posts.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

test('an author changes their post, and it says that it was changed', async () => {
  await aPost(site, board, mina, { title: '처음', body: '처음 글' })
  const form = await mina.agent.get('/free/1/edit')
  expect(form.text('#field-body')).toBe('처음 글')
  const page = await mina.agent.submit(form, '#post-form', { title: '다음', body: '다음 글' })
  expect(page.path).toBe('/free/1')
  expect([page.text('h1'), page.text('.text')]).toEqual(['다음', '다음 글'])
  expect(page.text('.facts')).toContain('고침')
})

test('of two who edit at once the second is told, keeps their text, and may save it over the first', async () => {
  await aPost(site, board, mina, { title: '처음', body: '처음 글' })
  const [first, second] = [await mina.agent.get('/free/1/edit'), await mina.agent.get('/free/1/edit')]
  expect((await mina.agent.submit(first, '#post-form', { title: '먼저', body: '먼저 저장' })).status).toBe(200)
  const conflict = await mina.agent.submit(second, '#post-form', { title: '나중', body: '나중 저장' })
  expect(conflict.status).toBe(409)
  expect(conflict.text('.flash')).toContain('바뀌었습니다')
  expect(conflict.links()).toContain('/free/1')
  expect(conflict.text('#field-body')).toBe('나중 저장')
  expect((await mina.agent.get('/free/1')).text('h1')).toBe('먼저')
  expect((await mina.agent.submit(conflict, '#post-form')).text('h1')).toBe('나중')
})

test('twenty saves of the same version at once: one is kept, the others are told', async () => {
  await aPost(site, board, mina)
  const form = await mina.agent.get('/free/1/edit')
  const pages = await Promise.all(
    Array.from({ length: 20 }, (_, step) => mina.agent.submit(form, '#post-form', { title: `${step}`, body: `${step}` })),
  )
  expect(pages.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(pages.filter(({ status }) => status === 409)).toHaveLength(19)
  expect((await site.ctx.db('posts').first('version'))?.version).toBe(2)
})

test("a locked post is closed to its author, another's post to everyone", async () => {
  const post = await aPost(site, board, mina)
  const other = await aMember(site, '수호')
  const moderator = await aMember(site, '지기', { moderates: [board] })
  for (const person of [other, moderator]) {
    expect((await person.agent.get('/free/1/edit')).status).toBe(403)
    expect((await person.agent.get('/free/1/delete')).status).toBe(403)
  }
  const form = await mina.agent.get('/free/1/edit')
  await setLocked(site.ctx.db, post, new Date())
  expect((await mina.agent.get('/free/1/edit')).status).toBe(403)
  expect((await mina.agent.submit(form, '#post-form', { title: '늦음', body: '늦음' })).status).toBe(403)
  expect((await mina.agent.get('/free/1')).text('.post .alert')).toContain('잠긴 글')
})

test('an author deletes a post that nobody answered; a second click changes nothing', async () => {
  await aPost(site, board, mina, { title: '지울 글' })
  const ask = await mina.agent.get('/free/1/delete')
  expect(ask.text('h1')).toBe('글을 지울까요?')
  const gone = await mina.agent.submit(ask, '#delete-form')
  expect(gone.path).toBe('/free')
  expect(gone.text('.flash')).toContain('글을 지웠습니다')
  expect((await mina.agent.submit(ask, '#delete-form')).path).toBe('/free')
  expect((await site.visitor().get('/free/1')).status).toBe(404)
  expect(await site.ctx.db('outbox').where({ event: 'post.deleted' })).toHaveLength(1)
})

test('a post with comments is no longer its author’s alone to delete', async () => {
  const post = await aPost(site, board, mina)
  const ask = await mina.agent.get('/free/1/delete')
  await changePosts(site, { id: post.id }, { commentCount: 1 })
  expect((await mina.agent.get('/free/1')).texts('.acts a')).toEqual(['답글 쓰기', '수정', '목록'])
  expect((await mina.agent.submit(ask, '#delete-form')).status).toBe(403)
})
