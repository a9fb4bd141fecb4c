import { expect, test } from 'vitest'
import { fillBoards } from '../../src/corpus/fill-boards.ts'
import { findDifferences } from '../../src/features/posts/counts/counts.service.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const until = new Date('2026-11-24T00:00:00Z')
const sizes = { seed: 1, posts: 2_300, comments: 4_100, members: 120, until }
const quietly = () => {}

const rowsOf = (table: string) =>
  site.ctx
    .db(table)
    .count<{ n: number }[]>({ n: '*' })
    .then(([row]) => row?.n)

test('boards that have posts already are appended to, and every count is right afterwards', async () => {
  const { free, science } = await firstBoards(site)
  const mina = await aMember(site, '미나리')
  for (const title of ['먼저 쓴 글', '그다음 글']) await aPost(site, free, mina, { title })
  await fillBoards(site.ctx.db, { ...sizes, boardIds: [free.id, science.id] }, quietly)
  expect([await rowsOf('posts'), await rowsOf('comments'), await rowsOf('members')]).toEqual([2_302, 4_100, 121])
  const differences = []
  for await (const difference of findDifferences(site.ctx)) differences.push(difference)
  expect(differences).toEqual([])
  expect(await aPost(site, free, mina, { title: '나중에 쓴 글' })).toMatchObject({ number: 1_153 })
  const dates = await site.ctx.db('posts').where({ boardId: science.id }).orderBy('number').select<{ createdAt: Date }[]>('createdAt')
  expect(dates.every(({ createdAt }, index) => index === 0 || createdAt >= (dates[index - 1]?.createdAt ?? until))).toBe(true)
})

test('pages, posts and threads open like any other', async () => {
  const { free } = await firstBoards(site)
  await fillBoards(site.ctx.db, { ...sizes, boardIds: [free.id] }, quietly)
  const visitor = site.visitor()
  expect((await visitor.get('/free')).texts('.posts .t')).toHaveLength(20)
  expect((await visitor.get('/free?page=115')).texts('.posts .no').at(-1)).toBe('1')
  const lively = await site.ctx.db('posts').orderBy('commentCount', 'desc').first<{ number: number; title: string; commentCount: number }>()
  expect(lively.commentCount).toBeGreaterThan(30)
  const page = await visitor.get(`/free/${lively.number}`)
  expect(page.text('h1')).toContain(lively.title)
  expect(page.text('#comments-heading b')).toBe(String(lively.commentCount))
})

test('the same seed makes the same boards, by the same people', async () => {
  const { free, science } = await firstBoards(site)
  const small = { ...sizes, posts: 300, comments: 500 }
  await fillBoards(site.ctx.db, { ...small, boardIds: [free.id] }, quietly)
  await fillBoards(site.ctx.db, { ...small, boardIds: [science.id] }, quietly)
  const written = (boardId: number) =>
    site.ctx
      .db('posts as p')
      .join('post_bodies as b', 'b.postId', 'p.id')
      .where({ boardId })
      .orderBy('number')
      .select('number', 'title', 'authorId', 'source', 'commentCount', 'voteCount', 'viewCount', 'createdAt')
  expect(await written(science.id)).toEqual(await written(free.id))
  expect(await rowsOf('members')).toBe(120)
})

test('nobody can log in as one of the made-up members', async () => {
  const { free } = await firstBoards(site)
  await fillBoards(site.ctx.db, { ...sizes, posts: 10, comments: 0, boardIds: [free.id] }, quietly)
  const visitor = site.visitor()
  const refused = await visitor.submit(await visitor.get('/login'), 'form#login', { login: 'corpus-1-0000000', password: '!' })
  expect(refused.status).toBe(422)
})
