import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { RENDERER_VERSION } from '../../../src/lib/html/markdown.ts'
import { refreshAllTexts, refreshSomeTexts } from '../../../src/refresh-texts.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { countAnew } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'
import { insertMany } from './many-posts.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', secret: 'choice' })
  mina = await aMember(site, '미나')
})

/** As an older renderer left them: without what the newer one knows. */
async function makeOld(where: Record<string, unknown> = {}): Promise<void> {
  await site.ctx.db('post_bodies').where(where).update({ html: '<p>옛 모습</p>', text: '옛 말', rendererVersion: 1 })
  const looks = { excerpt: '옛 말', coverKey: null, hasImage: 0, hasLink: 0 }
  await site.ctx
    .db('posts')
    .whereIn('id', site.ctx.db('post_bodies').where({ rendererVersion: 1 }).select('postId'))
    .update(looks)
}
const bodyOf = (postId: number) => site.ctx.db('post_bodies').where({ postId }).first()
const rowOf = (id: number) => site.ctx.db<Post>('posts').where({ id }).first()

async function refreshAll() {
  let done = { posts: 0, comments: 0, siteTexts: 0 }
  for await (done of refreshAllTexts(site.ctx));
  return done
}

test('a text of an older renderer is rendered anew, and what lists show of it; version and time of the last edit stay', async () => {
  const picture = await keepPicture(site.ctx, mina.viewer, { width: 400, height: 300 })
  const post = await aPost(site, board, mina, { body: `<u>밑줄</u> https://a.example\n\n${picture.markdown}` })
  const [body, row] = [await bodyOf(post.id), await rowOf(post.id)]
  await makeOld()
  expect(await refreshAll()).toEqual({ posts: 1, comments: 0, siteTexts: 0 })
  expect([await bodyOf(post.id), await rowOf(post.id)]).toEqual([body, row])
  expect(row).toMatchObject({ version: 1, editedAt: null, hasImage: 1, hasLink: 1 })
  expect(body).toMatchObject({ rendererVersion: RENDERER_VERSION, html: expect.stringContaining('<u>밑줄</u>') })
})

test('lists go on knowing nothing of a secret post', async () => {
  const post = await aPost(site, board, mina, { body: '아무도 몰라요', secret: true })
  await makeOld()
  await site.ctx.db('posts').update({ excerpt: '' })
  await refreshAll()
  expect(await rowOf(post.id)).toMatchObject({ secret: 1, excerpt: '', coverKey: null })
  expect((await bodyOf(post.id)).html).toContain('아무도')
})

test('comments too, and each run does so many and no more: the next goes on where it broke off', async () => {
  const post = await aPost(site, board, mina)
  for (let count = 0; count < 2; count += 1) await createComment(site.ctx, mina.viewer, { board, post }, { body: `**${count}**` })
  await site.ctx.db('comments').update({ html: '<p>옛 모습</p>', rendererVersion: 1 })
  const before = await site.ctx.db('comments').first('version', 'editedAt')
  const other = await aBoard(site, { slug: 'busy' })
  const authorId = mina.viewer.memberId
  await insertMany(site.ctx.db, { boardId: other.id, posts: 149, authorId, categoryId: 1, now: site.clock.now() })
  await countAnew(site)
  expect(await refreshSomeTexts(site.ctx)).toEqual({ posts: 100, comments: 0, siteTexts: 0 })
  expect(await refreshSomeTexts(site.ctx)).toEqual({ posts: 49, comments: 2, siteTexts: 0 })
  expect(await refreshSomeTexts(site.ctx)).toEqual({ posts: 0, comments: 0, siteTexts: 0 })
  expect(await site.ctx.db('comments').pluck('html')).toEqual(['<p><strong>0</strong></p>\n', '<p><strong>1</strong></p>\n'])
  expect(await site.ctx.db('comments').first('version', 'editedAt')).toEqual(before)
})

test('one that its writer changes meanwhile keeps the change', async () => {
  const post = await aPost(site, board, mina, { body: '처음' })
  await makeOld()
  const page = await mina.agent.get(`/free/${post.number}/edit`)
  await Promise.all([refreshAll(), mina.agent.submit(page, '#post-form', { body: '나중' })])
  await refreshAll()
  expect(await bodyOf(post.id)).toMatchObject({ source: '나중', html: '<p>나중</p>\n', rendererVersion: RENDERER_VERSION })
  expect(await rowOf(post.id)).toMatchObject({ version: 2, excerpt: '나중' })
})

test('older texts are found by an index, however many there are', async () => {
  await aPost(site, board, mina)
  const [rows] = await site.ctx.db.raw(
    'EXPLAIN FORMAT=TRADITIONAL SELECT post_id FROM post_bodies WHERE renderer_version < 3 ORDER BY renderer_version, post_id LIMIT 100',
  )
  expect(JSON.stringify(rows)).toContain('"renderer"')
  expect(JSON.stringify(rows)).not.toContain('filesort')
})
