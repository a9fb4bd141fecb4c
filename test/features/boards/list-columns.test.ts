import { expect, test } from 'vitest'
import type { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { refreshRanks } from '../../../src/features/posts/ranks/ranks.jobs.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const heads = async (form: Partial<BoardForm>) => {
  const board = await aBoard(site, { slug: 'free', ...form })
  await aPost(site, board, await aMember(site, 'mina'))
  return (await site.visitor().get('/free')).texts('.posts th')
}
test('the columns of a list stand in the order that its board says', async () => {
  expect(await heads({ listColumns: ['title', 'date', 'author', 'number'] })).toEqual(['제목', '날짜', '글쓴이', '번호'])
})

test('a board without votes has no column of them', async () => {
  expect(await heads({ votes: 'none' })).toEqual(['번호', '제목', '글쓴이', '날짜', '조회'])
})

test('a board where one votes up and down shows both', async () => {
  expect(await heads({ votes: 'updown' })).toEqual(['번호', '제목', '글쓴이', '날짜', '조회', '추천', '비추천'])
})

test('the heads of date, views and votes put the list in their order and say which one it is', async () => {
  const board = await aBoard(site, { slug: 'free' })
  await aPost(site, board, await aMember(site, 'mina'))
  const page = await site.visitor().get('/free')
  expect(page.root.querySelectorAll('.posts th a').map((link) => link.getAttribute('href'))).toEqual([
    '/free',
    '/free?sort=views',
    '/free?sort=votes',
  ])
  expect(page.text('.posts th[aria-sort]')).toBe('날짜')
  await refreshRanks(site.ctx)
  expect((await site.visitor().get('/free?sort=views')).text('.posts th[aria-sort]')).toBe('조회')
  // A filter shows the newest first: there is nothing to choose.
  expect((await site.visitor().get('/free?filter=unanswered')).has('.posts th a')).toBe(false)
})

test('an order that the board does not offer is offered nowhere', async () => {
  await heads({ sorts: ['newest', 'comments'] })
  const page = await site.visitor().get('/free')
  expect(page.root.querySelectorAll('.posts th a').map((link) => link.getAttribute('href'))).toEqual(['/free'])
  expect(page.texts('.tools nav:first-of-type li')).toEqual(['최신순', '댓글순'])
})

test('N marks what is younger than the board says, HOT what was read so often', async () => {
  const board = await aBoard(site, { slug: 'free', newHours: 2, hotViews: 50 })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, board, mina)
  await site.ctx.db('posts').where({ id: post.id }).update({ viewCount: 49 })
  const marks = async () => (await site.visitor().get('/free')).texts('.title :is(.hot, .new)')
  expect(await marks()).toEqual(['N 새글'])
  await site.ctx
    .db('posts')
    .where({ id: post.id })
    .update({ viewCount: 50, createdAt: new Date(site.clock.now().getTime() - 2 * 3_600_000) })
  expect(await marks()).toEqual(['HOT 조회 많은 글'])
  await site.ctx.db('boards').update({ hotViews: 0 })
  await site.ctx.memory.forget('boards')
  expect(await marks()).toEqual([])
})

test('a title has its marks in their order: lock, category, title, comments, picture, video, file, link, poll', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const poll = { question: '', choices: ['산', '바다'], most: 1, endsAt: null, results: 'always', named: false, fixed: false } as const
  const post = await aPost(site, board, mina, { title: '모두 있는 글', poll: { ...poll, choices: [...poll.choices] } })
  const [categoryId] = await site.ctx.db('board_categories').insert({ boardId: board.id, nameKo: '후기', nameEn: 'Review', color: 'blue' })
  await site.ctx.memory.forget('boards')
  const all = {
    categoryId: Number(categoryId),
    lockedAt: site.clock.now(),
    commentCount: 5,
    hasImage: 1,
    hasVideo: 1,
    hasFile: 1,
    hasLink: 1,
    createdAt: new Date(0),
  } as const
  await changePosts(site, { id: post.id }, all)
  const page = await site.visitor().get('/free')
  expect(page.texts('.title > div > *')).toEqual([
    ...['잠긴 글', '후기', '모두 있는 글', '[5]댓글 5개', '사진 있음', '영상 있음', '파일 있음', '링크 있음', '투표 있음'],
  ])
  expect(page.root.querySelector('.title .category--blue')?.getAttribute('href')).toBe(`/free?category=${categoryId}`)
  expect((await site.visitor().get('/free', { 'accept-language': 'en' })).text('.title .category')).toBe('Review')
})

test('of a secret post others see only that it is there', async () => {
  const board = await aBoard(site, { slug: 'free', look: 'webzine' })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, board, mina, { title: '숨길 제목' })
  await site.ctx
    .db('posts')
    .where({ id: post.id })
    .update({ secret: 1, excerpt: '숨길 첫 줄', hasImage: 1, coverKey: 'a'.repeat(32) })
  const guests = await site.visitor().get('/free')
  expect(guests.text('.item .title')).toBe('비밀글 비밀글입니다 N 새글')
  expect(guests.body).not.toMatch(/숨길|aaaa/)
  expect((await mina.agent.get('/free')).text('.item')).toMatch(/숨길 제목.*숨길 첫 줄/)
})

test('where only titles are for all, first words are not', async () => {
  const board = await aBoard(site, { slug: 'free', look: 'cards', readLevel: 2 })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, board, mina, { title: '제목은 모두에게' })
  await site.ctx.db('posts').where({ id: post.id }).update({ excerpt: '본문은 회원에게' })
  const guests = await site.visitor().get('/free')
  expect([guests.text('.item .t'), guests.body.includes('본문은 회원에게')]).toEqual(['제목은 모두에게', false])
  expect((await mina.agent.get('/free')).text('.item__excerpt')).toBe('본문은 회원에게')
})

test('an anonymous author has no name in the list, nor an address', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const post = await aPost(site, board, await aMember(site, '미나'))
  await changePosts(site, { id: post.id }, { anonymous: 1 })
  const page = await site.visitor().get('/free')
  expect([page.text('.posts .by'), page.has('.posts .by a')]).toEqual(['익명', false])
  expect(page.text('#main')).not.toContain('미나')
})
