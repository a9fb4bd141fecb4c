import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let juno: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
  juno = await aMember(site, 'juno')
})

const write = async (fields: Record<string, string>) =>
  mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '알림', body: '읽기만 하세요.', ...fields })
const posts = () => site.ctx.db('posts').first()

test('who wants no comments on a post gets none, and readers are told why', async () => {
  await write({ comments: 'closed' })
  const page = await juno.agent.get('/free/1')
  expect([page.has('#comment-form'), page.text('#comments')]).toEqual([
    false,
    expect.stringContaining('글쓴이가 댓글을 받지 않는 글입니다'),
  ])
  expect((await site.visitor().get('/free/1')).text('#comments')).toContain('글쓴이가 댓글을 받지 않는 글입니다')
  const post = await posts()
  await expect(createComment(site.ctx, juno.viewer, { board, post }, { body: '그래도', parent: undefined })).rejects.toThrow()
  expect((await juno.agent.post('/free/1/comments', { body: '그래도' })).status).toBe(409)
  expect(await site.ctx.db('comments')).toEqual([])
})

test('comments are closed and opened when the post is changed; those that stand there stay', async () => {
  await write({})
  await juno.agent.submit(await juno.agent.get('/free/1'), '#comment-form', { body: '반갑습니다' })
  await mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { comments: 'closed' })
  const closed = await juno.agent.get('/free/1')
  expect([closed.has('#comment-form'), closed.text('#comments').includes('반갑습니다')]).toEqual([false, true])
  const form = await mina.agent.get('/free/1/edit')
  expect(form.root.querySelector('#field-comments')?.hasAttribute('checked')).toBe(true)
  await mina.agent.submit(form, '#post-form', { comments: '' })
  expect((await juno.agent.get('/free/1')).has('#comment-form')).toBe(true)
})

test('where a board has no comments, nobody is asked whether to take them', async () => {
  await aBoard(site, { slug: 'quiet', commentsEnabled: false })
  expect((await mina.agent.get('/quiet/write')).has('#field-comments')).toBe(false)
})
