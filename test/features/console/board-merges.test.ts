import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { continueMerges } from '../../../src/features/console/merge-boards.jobs.ts'
import { mergeBoards } from '../../../src/features/console/merge-boards.service.ts'
import { moderatePost } from '../../../src/features/moderation/moderation.service.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { moveOldestPosts } from '../../../src/features/posts/move-posts.service.ts'
import { rankWholeBoard } from '../../../src/features/posts/ranks/ranks.service.ts'
import { vote } from '../../../src/features/posts/votes/votes.service.ts'
import { setTags } from '../../../src/features/tags/tags.service.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { killOften } from '../../support/killed-jobs.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { fillBlocks, insertMany } from '../posts/many-posts.ts'

const site = useSite()
let free: Board
let talk: Board
let admin: Person
beforeEach(async () => {
  free = (await firstBoards(site)).free
  talk = await aBoard(site, { slug: 'talk', nameKo: '수다' })
  admin = await aMember(site, '관리하는사람', { level: 9 })
})

const where = async (path: string) => {
  const response = await site.visitor().request(path)
  return [response.status, response.headers.get('location')]
}
async function differences() {
  const found = []
  for await (const difference of findDifferences(site.ctx)) found.push(difference)
  return found
}
const addCategory = async (board: string, nameKo: string) => {
  await admin.agent.post(`/console/boards/${board}/categories`, { nameKo, nameEn: nameKo, color: 'red', writeLevel: '1' })
  return (await site.ctx.db('board_categories').where({ nameKo }).orderBy('id', 'desc').first('id')).id as number
}
const confirmed = (from: string, into: string) => admin.agent.post(`/console/boards/${from}/merge`, { into, confirmed: 'yes' })

test('a merge is asked about first, and says what will happen', async () => {
  await aPost(site, talk, admin)
  const form = await admin.agent.get('/console/boards/talk/merge')
  const none = await admin.agent.submit(form, '#merge-form')
  expect([none.status, none.text('#about-into')]).toEqual([422, '합칠 게시판을 골라 주세요.'])
  expect((await admin.agent.submit(form, '#merge-form', { into: 'talk' })).status).toBe(422)
  const ask = await admin.agent.submit(form, '#merge-form', { into: 'free' })
  expect(ask.text('h1')).toBe('‘수다’를 ‘자유게시판’에 합칠까요?')
  expect(ask.text('.console__facts-list')).toContain('글 1개가 모두 옮겨집니다')
  expect(ask.has('.alert')).toBe(false)
  expect(await listAllBoards(site.ctx)).toHaveLength(4)
  const staff = await aBoard(site, { slug: 'staff', readLevel: 9 })
  const open = await admin.agent.post(`/console/boards/${staff.slug}/merge`, { into: 'free' })
  expect(open.text('.alert')).toContain('지금 못 보는 사람이 보게 될 수 있습니다')
  const done = await admin.agent.submit(ask, '#confirm-form')
  expect([done.path, done.text('.flash')]).toEqual(['/console/boards', expect.stringContaining('합쳤습니다')])
})

test('posts come along with everything that hangs on them, in their order, behind those that were there', async () => {
  const mina = await aMember(site, '미나')
  const [first, second] = [await aPost(site, talk, mina, { title: '첫 글' }), await aPost(site, talk, mina, { title: '둘째 글' })]
  await aPost(site, free, mina, { title: '원래 글' })
  const [same, own] = [await addCategory('talk', '질문'), await addCategory('talk', '수다만')]
  const kept = await addCategory('free', '질문')
  await site.ctx.db('posts').where({ id: first.id }).update({ categoryId: same })
  await site.ctx.db('posts').where({ id: second.id }).update({ categoryId: own })
  await site.ctx
    .db('list_blocks')
    .insert([same, own].map((id) => ({ boardId: talk.id, list: `category:${id}`, fromRank: 0, listedCount: 1 })))
  await site.ctx.db.transaction((trx) => setTags(trx, first, ['봄']))
  await createComment(site.ctx, mina.viewer, { board: talk, post: first }, { body: '댓글입니다' })
  await vote(site.ctx, admin.viewer, { board: talk, post: first }, 'up')
  await moderatePost(site.ctx, admin.viewer, { board: talk, post: second }, { action: 'hide', reason: '광고' })
  await rankWholeBoard(site.ctx.db, talk.id)

  await confirmed('talk', 'free')
  expect((await listAllBoards(site.ctx)).map(({ slug }) => slug)).not.toContain('talk')
  const page = await site.visitor().get('/talk/1')
  expect([page.path, page.text('h1')]).toEqual(['/free/2', expect.stringContaining('첫 글')])
  expect(page.text('#comments, .comments, main')).toContain('댓글입니다')
  const posts = await site.ctx.db('posts').orderBy('number').select('id', 'boardId', 'number', 'voteCount', 'commentCount', 'categoryId')
  const made = await site.ctx.db('board_categories').where({ boardId: free.id, nameKo: '수다만' }).first('id')
  expect(posts.slice(1)).toEqual([
    { id: first.id, boardId: free.id, number: 2, voteCount: 1, commentCount: 1, categoryId: kept },
    { id: second.id, boardId: free.id, number: 3, voteCount: 0, commentCount: 0, categoryId: made.id },
  ])
  expect((await site.ctx.db('post_tags').first()).boardId).toBe(free.id)
  expect(await site.ctx.db('moderation_actions').where({ boardId: talk.id })).toEqual([])
  const log = await admin.agent.get('/console/moderation?board=free')
  expect(log.text('main')).toContain('게시판을 합침')
  expect(log.has('a[href="/free/3"]')).toBe(true)
  for (const table of ['list_blocks', 'post_ranks', 'board_numbers', 'board_categories', 'board_merges'])
    expect([table, await site.ctx.db(table).where({ [table === 'board_merges' ? 'fromBoardId' : 'boardId']: talk.id })]).toEqual([
      table,
      [],
    ])
  expect(await differences()).toEqual([])
})

test('every old address leads on for ever: of boards merged one after another, renamed before and after', async () => {
  const third = await aBoard(site, { slug: 'third' })
  await aPost(site, third, admin)
  await aPost(site, talk, admin)
  await aPost(site, free, admin)
  await admin.agent.post('/console/boards/third', { slug: 'oldest' })
  await confirmed('oldest', 'talk')
  await confirmed('talk', 'free')
  await admin.agent.post('/console/boards/free', { slug: 'plaza' })
  expect(await where('/third?page=2')).toEqual([301, '/plaza?page=2'])
  expect(await where('/oldest/1?sort=votes')).toEqual([301, '/plaza/3?sort=votes'])
  expect(await where('/third/1')).toEqual([301, '/plaza/3'])
  expect(await where('/talk/2')).toEqual([301, '/plaza/3'])
  expect(await where('/talk/1')).toEqual([301, '/plaza/2'])
  expect(await where('/talk/9')).toEqual([404, null])
  expect((await admin.agent.post('/console/boards/plaza', { slug: 'talk' })).status).toBe(422)
  expect(await where('/free/1')).toEqual([301, '/plaza/1'])
})

test('a large board is moved in slices; killed in the middle, it is read and counted right, and the next run ends it', {
  timeout: 120_000,
}, async () => {
  const { memberId: authorId } = admin.viewer
  const categoryId = await addCategory('talk', '질문')
  await insertMany(site.ctx.db, { boardId: talk.id, posts: 3_000, authorId, categoryId, now: site.clock.now() })
  await site.ctx.db('posts').update({ commentCount: 0, voteCount: 0 })
  await site.ctx.db('board_numbers').where({ boardId: talk.id }).update({ lastNumber: 3_000 })
  await fillBlocks(site.ctx.db, talk.id)
  await rankWholeBoard(site.ctx.db, talk.id)
  await aPost(site, free, admin)
  await rankWholeBoard(site.ctx.db, free.id)
  expect(await differences()).toEqual([])
  const total = (await site.ctx.db('posts')).length
  expect(await mergeBoards(site.ctx, admin.viewer, { from: talk, into: free })).toBe('going')
  const half = (await site.ctx.db('posts').where({ boardId: free.id })).length
  expect(half).toBe(1_001)
  const adopted = await site.ctx.db('board_categories').where({ boardId: free.id }).first('id')
  // Died between a slice and its ranks, and once more before COMMIT.
  const move = { from: talk.id, into: free.id, categories: new Map([[categoryId, adopted.id as number]]) }
  await site.ctx.db.transaction((trx) => moveOldestPosts(trx, move))
  const died = site.ctx.db.transaction(async (trx) => {
    await moveOldestPosts(trx, move)
    throw new Error('killed')
  })
  await expect(died).rejects.toThrow('killed')
  expect((await site.ctx.db('posts').where({ boardId: free.id })).length).toBe(1_201)

  const settings = await admin.agent.get('/console/boards/talk')
  expect(settings.text('main')).toContain('옮기는 중입니다')
  expect((await admin.agent.get('/console/boards')).text('main')).toContain('합치는 중')
  const refused = await admin.agent.get('/talk/write')
  expect([refused.status, refused.text('main')]).toEqual([403, expect.stringContaining('합치는 중이라 새 글을 받지 않습니다')])
  expect((await site.visitor().get('/talk')).text('.alert')).toContain('합치는 중')
  expect(await where('/talk/1')).toEqual([301, '/free/2'])
  expect((await where('/talk/2999'))[0]).toBe(200)
  expect((await confirmed('talk', 'science')).status).toBe(409)
  expect((await confirmed('free', 'science')).status).toBe(409)

  expect((await Promise.all([continueMerges(site.ctx), continueMerges(site.ctx)])).reduce((a, b) => a + b)).toBeGreaterThan(0)
  expect(await continueMerges(site.ctx)).toBe(0)
  expect((await site.ctx.db('posts').where({ boardId: free.id })).length).toBe(total)
  expect((await site.ctx.db('post_addresses').where({ boardId: talk.id })).length).toBe(3_000)
  const numbers = await site.ctx.db('posts').where({ boardId: free.id }).orderBy('number').pluck('number')
  expect(numbers).toEqual(Array.from({ length: total }, (_, index) => index + 1))
  expect(await where('/talk/3000')).toEqual([301, '/free/3001'])
  expect(await differences()).toEqual([])
})

test('a board is deleted while it has no posts; its address is free then', async () => {
  const empty = await admin.agent.submit(await admin.agent.get('/console/boards/talk/delete'), '#confirm-form')
  expect([empty.path, empty.text('.flash')]).toEqual(['/console/boards', expect.stringContaining('수다를 지웠습니다')])
  expect(await where('/talk')).toEqual([404, null])
  await aBoard(site, { slug: 'talk' })
  await aPost(site, free, admin)
  await changePosts(site, {}, { status: 'deleted' })
  const page = await admin.agent.get('/console/boards/free/delete')
  expect([page.has('#confirm-form [type=submit]'), page.text('.alert')]).toEqual([false, expect.stringContaining('글이 있는 게시판')])
  expect((await admin.agent.post('/console/boards/free/delete', {})).status).toBe(409)
  expect(await site.ctx.db('moderation_actions').where({ action: 'delete-board' })).toMatchObject([{ reason: '수다 (/talk)' }])
})

test('merging and deleting are for administrators', async () => {
  const keeper = await aMember(site, '지기', { moderates: [talk] })
  for (const act of ['merge', 'delete', 'copy']) {
    expect((await keeper.agent.get(`/console/boards/talk/${act}`)).status).toBe(403)
    expect((await keeper.agent.post(`/console/boards/talk/${act}`, { into: 'free', from: 'free', confirmed: 'yes' })).status).toBe(403)
  }
  expect(await listAllBoards(site.ctx)).toHaveLength(4)
})

test('a worker that is killed again and again while it moves a board leaves every post where it can be read, once, and the next one ends it', async () => {
  const { memberId: authorId } = admin.viewer
  const categoryId = await addCategory('talk', '질문')
  await insertMany(site.ctx.db, { boardId: talk.id, posts: 4_000, authorId, categoryId, now: site.clock.now() })
  await site.ctx.db('posts').update({ commentCount: 0, voteCount: 0 })
  await site.ctx.db('board_numbers').where({ boardId: talk.id }).update({ lastNumber: 4_000 })
  await fillBlocks(site.ctx.db, talk.id)
  await rankWholeBoard(site.ctx.db, talk.id)
  const total = (await site.ctx.db('posts')).length
  expect(await mergeBoards(site.ctx, admin.viewer, { from: talk, into: free })).toBe('going')
  const lock = `SELECT id FROM posts WHERE board_id = ${talk.id} ORDER BY id DESC LIMIT 1 FOR UPDATE`
  await killOften(site, 'merge-boards', { times: 10, afterMs: (time) => 5 + 9 * time, lock })
  expect(await site.ctx.db('posts').where({ boardId: talk.id })).not.toEqual([])
  for (let run = 0; run < 50 && (await continueMerges(site.ctx)) === 0; run += 1);
  const posts = await site.ctx.db('posts').orderBy('number').select('boardId', 'number')
  expect([posts.length, new Set(posts.map(({ number }) => number)).size, new Set(posts.map(({ boardId }) => boardId)).size]).toEqual([
    total,
    total,
    1,
  ])
  expect(await where('/talk/4000')).toEqual([301, `/free/${total}`])
  expect(await differences()).toEqual([])
}, 120_000)
