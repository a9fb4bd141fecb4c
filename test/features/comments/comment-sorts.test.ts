import { beforeEach, expect, test } from 'vitest'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import type { Agent } from '../../support/agent.ts'
import type { Page } from '../../support/page.ts'
import { fillThread } from './long-thread.ts'
import { useTalk } from './talk.ts'

const talk = useTalk()
const say = (body: string, parent = '') => talk.mina.agent.post(`${talk.post.path}/comments`, { body, parent })
const said = (page: Page) => page.texts('.comments > .comment .said')
const numbers = (page: Page) => page.root.querySelectorAll('.comments > .comment').map(({ id }) => Number(id.replace('comment-', '')))
const up = (agent: Agent, comment: number) => agent.post(`${talk.post.path}/comments/${comment}/vote`, { vote: 'up' })
const choose = async (agent: Agent, commentSort: string) => {
  const page = await agent.get(talk.post.path)
  return agent.submit(page, '#comment-sorts', { commentSort })
}
const differences = () => Array.fromAsync(findDifferences(talk.ctx))

beforeEach(async () => {
  for (const [body, parent] of [
    ['처음', ''],
    ['둘째', ''],
    ['처음에 답글', '1'],
    ['셋째', ''],
    ['둘째에 답글', '2'],
  ] as const)
    await say(body, parent)
})

test('threads stay whole in every order: the oldest, the newest, the best first, the replies below each in turn', async () => {
  await up(talk.author.agent, 2)
  const { agent } = talk.author
  expect(said(await agent.get(talk.post.path))).toEqual(['처음', '처음에 답글', '둘째', '둘째에 답글', '셋째'])
  expect(said(await choose(agent, 'newest'))).toEqual(['셋째', '둘째', '둘째에 답글', '처음', '처음에 답글'])
  expect(said(await choose(agent, 'best'))).toEqual(['둘째', '둘째에 답글', '처음', '처음에 답글', '셋째'])
  expect(said(await choose(agent, 'oldest'))).toEqual(['처음', '처음에 답글', '둘째', '둘째에 답글', '셋째'])
})

test('a choice is kept for all posts, of a guest too, and is nobody else’s', async () => {
  const guest = talk.visitor
  const chosen = await choose(guest, 'newest')
  expect([chosen.redirects, chosen.text('#comment-sorts [aria-pressed="true"]')]).toEqual([[`${talk.post.path}#comments`], '최신순'])
  const other = await talk.aPost()
  for (const body of ['하나', '둘']) await talk.mina.agent.post(`${other.path}/comments`, { body })
  expect(said(await guest.get(other.path))).toEqual(['둘', '하나'])
  expect(said(await talk.mina.agent.get(other.path))).toEqual(['하나', '둘'])
})

test('a board says in which order its comments stand for who chose none; nonsense chooses nothing', async () => {
  await talk.ctx.db('boards').update({ commentSort: 'newest' })
  await talk.ctx.memory.forget('boards')
  expect(said(await talk.visitor.get(talk.post.path))[0]).toBe('셋째')
  talk.visitor.cookies.set('commentSort', 'oldest')
  expect(said(await talk.visitor.get(talk.post.path))[0]).toBe('처음')
  talk.visitor.cookies.set('commentSort', '<script>')
  expect(said(await talk.visitor.get(talk.post.path))[0]).toBe('셋째')
})

test('where there are no votes there is no best order, whatever somebody chose elsewhere', async () => {
  await up(talk.author.agent, 4)
  await talk.ctx.db('boards').update({ votes: 'none' })
  await talk.ctx.memory.forget('boards')
  talk.visitor.cookies.set('commentSort', 'best')
  const page = await talk.visitor.get(talk.post.path)
  expect([said(page)[0], page.texts('#comment-sorts button')]).toEqual(['처음', ['등록순', '최신순']])
})

test('votes against push a thread down, and a deleted root that holds replies counts for nothing', async () => {
  await talk.ctx.db('boards').update({ votes: 'updown' })
  await talk.ctx.memory.forget('boards')
  const { agent } = talk.author
  await up(agent, 2)
  await agent.post(`${talk.post.path}/comments/1/vote`, { vote: 'down' })
  expect(numbers(await choose(agent, 'best'))).toEqual([2, 5, 4, 1, 3])
  await talk.mina.agent.post(`${talk.post.path}/comments/2/delete`, {})
  expect(numbers(await agent.get(talk.post.path))).toEqual([2, 5, 4, 1, 3])
  await agent.post(`${talk.post.path}/comments/4/vote`, { vote: 'up' })
  expect(numbers(await agent.get(talk.post.path))).toEqual([4, 2, 5, 1, 3])
})

test('with one comment there is nothing to choose', async () => {
  const post = await talk.aPost()
  await talk.mina.agent.post(`${post.path}/comments`, { body: '혼자' })
  expect((await talk.visitor.get(post.path)).has('#comment-sorts')).toBe(false)
})

test('all pages of a long thread together hold each comment once, in every order, and every comment’s address leads to its page', async () => {
  const { post, inOrder } = await fillThread(talk, 437)
  for (const sort of ['oldest', 'newest', 'best'] as const) {
    const { agent } = await talk.member(sort)
    agent.cookies.set('commentSort', sort)
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => agent.get(`${post.path}?comments=${page}`)))
    expect(pages.flatMap(numbers), sort).toEqual(inOrder[sort])
    for (const at of [0, 99, 100, 211, 399, 400, 436]) {
      const page = Math.floor(at / 100) + 1
      const address = `${post.path}${page > 1 ? `?comments=${page}` : ''}#comment-${inOrder[sort][at]}`
      const led = await agent.request(`${post.path}/comments/${inOrder[sort][at]}`)
      expect([sort, at, led.headers.get('location')]).toEqual([sort, at, address])
    }
  }
  expect(await differences()).toEqual([])
}, 60_000)

test('whoever writes, votes, hides or deletes in a long thread keeps its pages right', async () => {
  const { post, inOrder } = await fillThread(talk, 230)
  const act = (path: string, fields: Record<string, string> = {}, { agent } = talk.mina) => agent.post(`${post.path}/${path}`, fields)
  await Promise.all([
    ...Array.from({ length: 30 }, (_, index) =>
      act('comments', { body: `${index}`, parent: index % 3 === 0 ? String(inOrder.oldest[index * 5]) : '' }),
    ),
    ...[3, 80, 150].map((number) => act(`comments/${inOrder.oldest[number]}/vote`, { vote: 'up' }, talk.author)),
    ...[10, 11, 12, 120, 229].map((at) => act(`comments/${inOrder.oldest[at]}/delete`)),
    ...[40, 41].map((at) => act(`comments/${inOrder.oldest[at]}/hide`, { reason: '욕설' }, talk.moderator)),
  ])
  expect(await differences()).toEqual([])
  const drawn = await talk.ctx.db('comments').where({ postId: post.id, inThread: 1 }).count<{ n: number }[]>({ n: '*' })
  const pages = await Promise.all([1, 2, 3].map((page) => talk.visitor.get(`${post.path}?comments=${page}`)))
  expect(new Set(pages.flatMap(numbers)).size).toBe(drawn[0]?.n)
}, 60_000)

test('a thread that grows beyond its first page gets its second, and shrinks to one again', async () => {
  const post = await talk.aPost()
  for (let count = 1; count <= 101; count += 1) await talk.mina.agent.post(`${post.path}/comments`, { body: `${count}번째` })
  expect((await talk.visitor.get(`${post.path}?comments=2`)).texts('.said')).toContain('101번째')
  expect(await differences()).toEqual([])
  await talk.mina.agent.post(`${post.path}/comments/50/delete`, {})
  const page = await talk.visitor.get(`${post.path}?comments=2`)
  expect([page.has('#comments .pages'), page.texts('.comments > .comment').length]).toEqual([false, 100])
}, 60_000)

test('buckets that are wrong are found and counted anew', async () => {
  await fillThread(talk, 150)
  await talk.ctx.db('comment_buckets').where({ byVotes: 0, bucket: 1 }).update({ drawn: 999 })
  await talk.ctx.db('comment_buckets').where({ bucket: 2 }).delete()
  const found = await differences()
  expect(new Set(found.map(({ what }) => what))).toEqual(new Set(['comments in a bucket']))
  for (const difference of found) await mendDifference(talk.ctx, difference)
  expect(await differences()).toEqual([])
})
