import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { flushViews } from '../../../src/features/posts/posts.jobs.ts'
import { refreshRanks, sweepRanks } from '../../../src/features/posts/ranks/ranks.jobs.ts'
import { findStaleRanks } from '../../../src/features/posts/ranks/ranks.repository.ts'
import { rankPosts, ranksChanged, rankWholeBoard } from '../../../src/features/posts/ranks/ranks.service.ts'
import { RANK_BATCHES } from '../../../src/features/posts/ranks/ranks.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { killOften } from '../../support/killed-jobs.ts'
import { useSite } from '../../support/site.ts'
import { fillBlocks, insertMany } from './many-posts.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  const { id } = await aBoard(site, { slug: 'free', pageSize: 5 })
  await site.ctx.db('board_categories').insert({ boardId: id, nameKo: '잡담', nameEn: 'Talk' })
  await site.ctx.memory.forget('boards')
  board = (await listAllBoards(site.ctx))[0]!
  mina = await aMember(site, 'mina')
})

const later = (milliseconds: number) => site.clock.set(new Date(site.clock.now().getTime() + milliseconds))
const titles = async (path: string) => (await site.visitor().get(path)).texts('tr.is-plain .t')
/** Many posts are made without their comments and votes: of those only the lists are looked at. */
const differences = async () => (await Array.fromAsync(findDifferences(site.ctx))).filter(({ what }) => what.endsWith('posts'))

test('what members vote for, talk about and read moves up in the lists by votes, comments, views and activity', async () => {
  for (const title of ['하나', '둘', '셋']) await aPost(site, board, mina, { title })
  const junho = await aMember(site, '준호')
  await junho.agent.submit(await junho.agent.get('/free/1'), 'form#vote-form', { vote: 'up' })
  later(5_000)
  await junho.agent.submit(await junho.agent.get('/free/2'), 'form#comment-form', { body: '저도요.' })
  await refreshRanks(site.ctx)
  expect(await titles('/free')).toEqual(['셋', '둘', '하나'])
  expect(await titles('/free?sort=votes')).toEqual(['하나', '셋', '둘'])
  expect(await titles('/free?sort=comments')).toEqual(['둘', '셋', '하나'])
  later(60_000)
  await junho.agent.submit(await junho.agent.get('/free/1'), 'form#comment-form', { body: '나중에 온 말' })
  await flushViews(site.ctx)
  await refreshRanks(site.ctx)
  expect(await titles('/free?sort=active')).toEqual(['하나', '둘', '셋'])
  expect((await titles('/free?sort=views')).at(-1)).toBe('셋')
  expect(await differences()).toEqual([])
})

test('a post that is hidden leaves every order at once, and its rank when the worker comes by', async () => {
  const posts = [await aPost(site, board, mina, { title: '남는 글' }), await aPost(site, board, mina, { title: '사라질 글' })]
  await refreshRanks(site.ctx)
  const keeper = await aMember(site, '지기', { moderates: [board] })
  await keeper.agent.submit(await keeper.agent.get('/free/2/hide'), 'form#reason-form', { reason: '광고' })
  expect(await titles('/free?sort=votes')).toEqual(['남는 글'])
  await refreshRanks(site.ctx)
  expect(await site.ctx.db('post_ranks').select('postId')).toEqual([{ postId: posts[0]?.id }])
  expect((await site.visitor().get('/free?sort=votes')).text('.bar')).toContain('1')
})

test('a word that got lost is made up for by the sweep', async () => {
  await aPost(site, board, mina)
  await site.ctx.redis.flushDb()
  expect(await refreshRanks(site.ctx)).toBe(0)
  expect(await sweepRanks(site.ctx)).toBe(1)
  expect(await refreshRanks(site.ctx)).toBe(1)
  expect((await findStaleRanks(site.ctx.db, 0, 1_000)).ids).toEqual([])
})

test('blocks are split and joined as posts crowd and scatter, and every count stays right', async () => {
  site.mayMiscount('comments', 'votes')
  const { db } = site.ctx
  const categoryId = board.categories[0]?.id ?? 0
  await insertMany(db, { boardId: board.id, posts: 6_000, authorId: mina.viewer.memberId, categoryId, now: site.clock.now() })
  await fillBlocks(db, board.id)
  const ids: number[] = await db('posts')
    .orderBy('id')
    .select('id')
    .then((rows: { id: number }[]) => rows.map(({ id }) => id))
  const rankAll = async () => {
    for (let from = 0; from < ids.length; from += 500) await rankPosts(db, board.id, ids.slice(from, from + 500))
  }
  const blocks = async (list: string) =>
    (await db('list_blocks').where({ boardId: board.id, list }).orderBy('fromRank').select('fromRank', 'listedCount')) as {
      fromRank: string
      listedCount: number
    }[]
  await rankAll()
  expect(await differences()).toEqual([])
  expect((await blocks('views')).length).toBeGreaterThan(2)
  expect(Math.max(...(await blocks('views')).map(({ listedCount }) => listedCount))).toBeLessThanOrEqual(2_048)
  // Everything crowds together at the top, then nothing is left of most of it.
  await db('posts').update({ viewCount: 900 })
  await rankAll()
  expect(await differences()).toEqual([])
  await db('posts').where('number', '>', 500).update({ status: 'deleted' })
  await db('list_blocks').whereRaw("list NOT REGEXP '(active|votes|views|comments)$'").delete()
  await fillBlocks(db, board.id)
  await rankAll()
  expect(await differences()).toEqual([])
  expect((await blocks('views')).length).toBeLessThan(4)
  const kept = await blocks('views')
  await rankWholeBoard(db, board.id)
  const sum = (counts: { listedCount: number }[]) => counts.reduce((total, { listedCount }) => total + listedCount, 0)
  expect(sum(await blocks('views'))).toBe(sum(kept))
}, 60_000)

test('two workers that rank the same posts at once count none of them twice', async () => {
  for (let n = 0; n < 20; n += 1) await aPost(site, board, mina)
  const ids = Array.from({ length: 20 }, (_, index) => index)
  const all: { id: number }[] = await site.ctx.db('posts').select('id')
  await Promise.all(
    ids.map(() =>
      rankPosts(
        site.ctx.db,
        board.id,
        all.map(({ id }) => id),
      ),
    ),
  )
  expect(await differences()).toEqual([])
  const [row] = await site.ctx.db('list_blocks').where({ list: 'active' }).sum<{ total: number }[]>({ total: 'listedCount' })
  expect(row?.total).toBe(20)
})

test('a worker that is killed again and again while it ranks leaves every list whole, and the next one ends right', async () => {
  site.mayMiscount('comments', 'votes')
  const { db, redis } = site.ctx
  const { memberId: authorId } = mina.viewer
  await insertMany(db, { boardId: board.id, posts: 4_000, authorId, categoryId: board.categories[0]?.id ?? 0, now: site.clock.now() })
  await fillBlocks(db, board.id)
  await rankWholeBoard(db, board.id)
  const ids = await db('posts').orderBy('id').pluck<number[]>('id')
  // Held between a rank and the block that counts it.
  const lock = `SELECT list FROM list_blocks WHERE board_id = ${board.id} AND list LIKE '%views' FOR UPDATE`
  let leftBehind = 0
  for (let round = 1; round <= 5; round += 1) {
    await db('posts').update({ viewCount: db.raw('number * ? % 997', [round * 31]) })
    await ranksChanged(site.ctx, ids)
    await killOften(site, 'refresh-ranks', { times: 2, afterMs: (time) => 10 + 25 * round * (time + 1), lock })
    leftBehind += await redis.sCard(RANK_BATCHES)
    expect(await differences()).toEqual([])
  }
  expect(leftBehind).toBeGreaterThan(0)
  await refreshRanks(site.ctx)
  expect((await findStaleRanks(db, 0, 10_000)).ids).toEqual([])
  expect(await differences()).toEqual([])
  expect(await redis.keys('*ranks*')).toEqual([])
}, 60_000)
