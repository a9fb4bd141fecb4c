import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { setPinned, setPostStatus } from '../../../src/features/posts/posts.service.ts'
import type { PostStatus } from '../../../src/features/posts/posts.types.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', nameKo: '자유게시판', pageSize: 5 })
  mina = await aMember(site, 'mina')
})

const setStatus = (post: { id: number }, status: PostStatus) =>
  inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, status, new Date()))

test('a post shows its title, board, author, text and honest counts', async () => {
  const post = await aPost(site, board, mina, { title: 'R&D <ⓒ 예산>', body: '가장 먼저 바뀌는 것은 **예약표**라고 했다.' })
  const page = await site.visitor().get(`/free/${post.number}`)
  expect(page.status).toBe(200)
  expect(page.text('title')).toBe('R&D <ⓒ 예산> > 자유게시판')
  expect(page.text('h1')).toBe('R&D <ⓒ 예산>')
  expect(page.text('.facts')).toMatch(/mina .*조회 0 댓글 0 추천 0/)
  expect(page.text('.text strong')).toBe('예약표')
  expect(page.has('link[rel="canonical"][href$="/free/1"]')).toBe(true)
})

test('a title of markup is text wherever it stands: post, list, front page, form', async () => {
  const title = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  const post = await aPost(site, board, mina, { title })
  for (const path of ['/', '/free', '/free/1', `/free/${post.number}/edit`]) {
    const page = await mina.agent.get(path)
    expect(page.status).toBe(200)
    expect(page.body).not.toContain('<script>alert')
    expect(page.body).not.toContain('<img src=x')
  }
})

test('below a post stands the page of the list that holds it, its own row marked, and the posts before and after', async () => {
  for (let count = 1; count <= 12; count += 1) await aPost(site, board, mina, { title: `${count}번째` })
  const page = await site.visitor().get('/free/4')
  expect(page.text('.is-open .no')).toBe('열람중')
  expect(page.text('.is-open .t')).toBe('4번째')
  expect(page.texts('table.posts .t')).toEqual(['7번째', '6번째', '5번째', '4번째', '3번째'])
  expect(page.texts('.nearby a')).toEqual(['3번째', '5번째'])
  expect(page.text('.pages [aria-current]')).toBe('2')
  expect(page.links()).toContain(`/free?page=2#post-${page.path.split('/').at(-1)}`)
})

test('a notice stands above the first page, also while it is read', async () => {
  for (let count = 1; count <= 7; count += 1) await aPost(site, board, mina, { title: `${count}번째` })
  await inTransaction(site.ctx.db, async (trx) => setPinned(trx, (await trx('posts').where({ number: 2 }).first('id'))!, new Date()))
  const page = await site.visitor().get('/free/2')
  expect(page.texts('table.posts .t')).toEqual(['2번째', '7번째', '6번째', '5번째', '4번째', '3번째'])
  expect(page.text('.is-open .no')).toBe('열람중')
  expect(page.texts('.nearby a')).toEqual(['1번째', '3번째'])
})

test('a hidden post is gone for others, but its author and the moderators see it and are told', async () => {
  const post = await aPost(site, board, mina, { title: '숨긴 글' })
  await aPost(site, board, mina, { title: '보이는 글' })
  await setStatus(post, 'hidden')
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const other = await aMember(site, '수호')
  expect((await site.visitor().get('/free/1')).status).toBe(404)
  expect((await other.agent.get('/free/1')).status).toBe(404)
  for (const person of [mina, moderator]) {
    const page = await person.agent.get('/free/1')
    expect(page.status).toBe(200)
    expect(page.text('.post .alert')).toContain('숨겨진 글')
    expect(page.has('.votes form')).toBe(false)
    expect(page.texts('table.posts .t')).toEqual(['보이는 글'])
    expect(page.has('meta[name="robots"][content="noindex"]')).toBe(true)
  }
  await setStatus(post, 'deleted')
  expect((await mina.agent.get('/free/1')).status).toBe(404)
  expect((await moderator.agent.get('/free/1')).text('.post .alert')).toContain('삭제된 글')
})

test('where titles are listed to all but read by members, a guest is led to log in and a member below the level is told', async () => {
  const members = await aBoard(site, { slug: 'inner', listLevel: 1, readLevel: 3 })
  await aPost(site, members, mina)
  expect((await site.visitor().get('/inner')).status).toBe(200)
  const refused = await site.visitor().request('/inner/1')
  expect([refused.status, refused.headers.get('location')]).toEqual([303, '/login?returnTo=%2Finner%2F1'])
  expect((await mina.agent.get('/inner/1')).status).toBe(403)
})

test('a number that is none, or that no post has, is not found', async () => {
  for (const path of ['/free/0', '/free/01', '/free/-1', '/free/abc', '/free/99', '/free/99999999999', '/nowhere/1']) {
    expect((await site.visitor().get(path)).status).toBe(404)
  }
})

test('the post page offers each reader what they may do, and nothing else', async () => {
  await aPost(site, board, mina)
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const acts = async (person: Person | null) => (await (person?.agent ?? site.visitor()).get('/free/1')).texts('.acts a')
  expect(await acts(null)).toEqual(['스크랩', '신고', '목록'])
  expect(await acts(mina)).toEqual(['답글 쓰기', '수정', '삭제', '목록'])
  expect(await acts(moderator)).toEqual(['신고', '답글 쓰기', '숨기기', '잠그기', '공지로 올리기', '삭제', '목록'])
})
