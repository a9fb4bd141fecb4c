import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { flushViews } from '../../../src/features/posts/posts.jobs.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { countView } from '../../../src/features/posts/views/view-counts.service.ts'
import { newVisitor, visitorCookie } from '../../../src/features/visits/visitor-cookie.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { killOften } from '../../support/killed-jobs.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let reader: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
  await aPost(site, board, mina)
})

const thePost = async () => (await site.ctx.db<Post>('posts').first())!

/** The count follows the answer: it is waited for as a job would, a little later. */
async function viewsAfter(expected: number): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    await flushViews(site.ctx)
    if ((await thePost()).viewCount >= expected) break
    await new Promise((wait) => setTimeout(wait, 20))
  }
  return (await thePost()).viewCount
}

test('each reader counts once a day, however often they reload', async () => {
  const visitor = site.visitor()
  for (let times = 0; times < 3; times += 1) await visitor.get('/free/1')
  await reader.agent.get('/free/1')
  await reader.agent.get('/free/1')
  expect(await viewsAfter(2)).toBe(2)
  expect((await site.visitor().get('/free/1')).text('.facts')).toContain('조회 2')
})

test('two readers behind one address are two, and one whose first page brought the cookie stays one', async () => {
  const older = new Date(Date.now() - 3 * 86_400_000)
  for (const givenAt of [older, older, new Date()]) {
    const visitor = site.visitor()
    if (givenAt !== older) await visitor.request('/free/1', { headers: { cookie: '' } })
    visitor.cookies.set('visitor', visitorCookie(site.ctx, newVisitor(givenAt)))
    await visitor.get('/free/1')
  }
  expect(await viewsAfter(3)).toBe(3)
})

test('machines, and pages that a browser fetches ahead, count nothing', async () => {
  await site
    .visitor({ headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } })
    .get('/free/1')
  await site.visitor().get('/free/1', { 'sec-purpose': 'prefetch;prerender' })
  await new Promise((wait) => setTimeout(wait, 100))
  await flushViews(site.ctx)
  expect((await thePost()).viewCount).toBe(0)
})

test('a flush that broke off after its commit is not added again', async () => {
  const { redis } = site.ctx
  await redis.sAdd('{views}:batches', 'one')
  await redis.hSet('{views}:batch:one', { [String((await thePost()).id)]: '3' })
  await redis.copy('{views}:batch:one', '{views}:kept')
  expect(await flushViews(site.ctx)).toBe(1)
  await redis.sAdd('{views}:batches', 'one')
  await redis.rename('{views}:kept', '{views}:batch:one')
  expect(await flushViews(site.ctx)).toBe(0)
  expect((await thePost()).viewCount).toBe(3)
  expect(await redis.keys('{views}:*')).toEqual([])
})

test('views that come while ten workers flush at once are each added once', async () => {
  const id = String((await thePost()).id)
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      ...Array.from({ length: 20 }, () => site.ctx.redis.hIncrBy('{views}:pending', id, 1)),
      ...Array.from({ length: 10 }, () => flushViews(site.ctx)),
    ])
  }
  await flushViews(site.ctx)
  expect((await thePost()).viewCount).toBe(100)
})

test('a worker that is killed again and again while it adds up views neither loses nor doubles one', async () => {
  await aPost(site, board, mina)
  const posts = await site.ctx.db<Post>('posts').orderBy('id').pluck<number[]>('id')
  const sent = { views: 0, done: false }
  const reading = (async () => {
    while (!sent.done) {
      const address = `2001:db8::${sent.views.toString(16)}`
      await countView(site.ctx, guest, posts[sent.views % 2] ?? 0, {
        address,
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        visitorCookie: undefined,
        purpose: undefined,
      })
      sent.views += 1
      await sleep(1)
    }
  })()
  await killOften(site, 'flush-views', { times: 10, afterMs: (time) => 20 + 17 * time, lock: 'SELECT id FROM posts FOR UPDATE' })
  sent.done = true
  await reading
  await flushViews(site.ctx)
  const counted = await site.ctx.db('posts').sum<{ views: number }[]>({ views: 'viewCount' })
  expect(sent.views).toBeGreaterThan(300)
  expect(counted).toEqual([{ views: sent.views }])
  expect(await site.ctx.redis.keys('*views:*')).toEqual([])
}, 60_000)
