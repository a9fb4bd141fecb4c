import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { setPostStatus } from '../../../src/features/posts/posts.service.ts'
import { relatePost } from '../../../src/features/posts/related-posts/related.jobs.ts'
import { setTags } from '../../../src/features/tags/tags.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { tellSubscribers } from '../../../src/subscribers.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

/** What the worker does each second. */
const work = () => relayOutbox(site.ctx, (event, payload) => tellSubscribers(site.ctx, event, payload))
const related = async (number: number) => (await site.visitor().get(`/free/${number}`)).texts('.related a')

async function write(...titles: string[]) {
  const posts = []
  for (const title of titles) posts.push(await aPost(site, board, mina, { title }))
  await work()
  return posts
}

test('posts that share rare words lead to each other, the nearest first, older ones to newer ones too', async () => {
  await write('동네 책방을 열고 나서', '베란다 텃밭 이야기', '동네책방 나들이 지도', '겨울 베란다 텃밭에서', '동네 산책')
  expect(await related(1)).toEqual(['동네책방 나들이 지도'])
  expect(await related(3)).toEqual(['동네 책방을 열고 나서'])
  expect(await related(2)).toEqual(['겨울 베란다 텃밭에서'])
  expect(await related(5)).toEqual([])
})

test('a tag in common is enough', async () => {
  const [one, two] = await write('첫 이야기', 'Another one')
  for (const post of [one!, two!]) {
    await site.ctx.db.transaction((trx) => setTags(trx, post, ['독서']))
    await relatePost(site.ctx, { postId: post.id, boardId: board.id })
  }
  expect(await related(1)).toEqual(['Another one'])
})

test('what is hidden, secret, waiting or deleted is nowhere related, and what comes back is again', async () => {
  const [, two] = await write('겨울 베란다 텃밭', '여름 베란다 텃밭')
  expect(await related(1)).toEqual(['여름 베란다 텃밭'])
  for (const status of ['hidden', 'pending', 'deleted'] as const) {
    await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, two!, status, new Date()))
    expect(await related(1)).toEqual([])
    await relatePost(site.ctx, { postId: two!.id, boardId: board.id })
    expect(await site.ctx.db('related_posts')).toHaveLength(0)
    await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, two!, 'visible', new Date()))
    await relatePost(site.ctx, { postId: two!.id, boardId: board.id })
    expect(await related(1)).toEqual(['여름 베란다 텃밭'])
  }
  await site.ctx.db('posts').where({ id: two!.id }).update({ secret: 1 })
  expect(await related(1)).toEqual([])
})

test('a title that changed finds other neighbours; the same event twice changes nothing', async () => {
  const [one] = await write('겨울 베란다 텃밭', '여름 베란다 텃밭', '동네 책방 지도', '책방 지도 그리기')
  await site.ctx.db('posts').where({ id: one!.id }).update({ title: '책방 지도 모음' })
  for (let times = 0; times < 2; times += 1) await relatePost(site.ctx, { postId: one!.id, boardId: board.id })
  expect((await related(1)).sort()).toEqual(['동네 책방 지도', '책방 지도 그리기'])
  expect(await related(2)).toEqual([])
})

test('on a board for consultation no post leads to another’s', async () => {
  await site.ctx.db('boards').update({ consultation: 1 })
  await site.ctx.memory.forget('boards')
  await write('겨울 베란다 텃밭', '여름 베란다 텃밭')
  expect(await site.ctx.db('post_words')).toHaveLength(0)
  expect((await mina.agent.get('/free/1')).has('.related')).toBe(false)
})

test('of many that are near, the nearest five are shown and no more than eight kept', async () => {
  await write(...Array.from({ length: 15 }, (_, index) => `베란다 텃밭 ${index}번째 해`))
  expect(await related(15)).toHaveLength(5)
  const [most] = await site.ctx
    .db('related_posts')
    .groupBy('postId')
    .orderBy('kept', 'desc')
    .limit(1)
    .select(site.ctx.db.raw('COUNT(*) AS kept'))
  expect(most.kept).toBeLessThanOrEqual(8)
})

test('posts that several workers relate at once lose nothing', async () => {
  const posts = []
  for (let count = 0; count < 6; count += 1) posts.push(await aPost(site, board, mina, { title: `베란다 텃밭 ${count}` }))
  await Promise.all(posts.map(({ id }) => relatePost(site.ctx, { postId: id, boardId: board.id })))
  for (const { id } of posts) await relatePost(site.ctx, { postId: id, boardId: board.id })
  expect(await related(1)).toHaveLength(5)
})
