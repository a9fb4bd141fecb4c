import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { setTags } from '../../../src/features/tags/tags.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', nameKo: '자유게시판', pageSize: 5 })
  mina = await aMember(site, 'mina')
})

const change = ({ id }: Post, facts: Partial<Post>) => changePosts(site, { id }, facts)
const changeBoard = async (row: Record<string, unknown>) => {
  await site.ctx.db('boards').where({ id: board.id }).update(row)
  await site.ctx.memory.forget('boards')
}

test('a category leads to its posts, a tag to its page, the author to their posts on this board', async () => {
  const post = await aPost(site, board, mina)
  const row = { boardId: board.id, nameKo: '후기', nameEn: 'Reviews', color: 'green', position: 1 }
  const [categoryId] = await site.ctx.db('board_categories').insert(row)
  await site.ctx.memory.forget('boards')
  await change(post, { categoryId: Number(categoryId) })
  await site.ctx.db.transaction((trx) => setTags(trx, post, ['동네책방', 'node.js']))
  const page = await site.visitor().get('/free/1')
  expect([page.text('.post .category'), page.root.querySelector('.post .category')?.getAttribute('href')]).toEqual([
    '후기',
    `/free?category=${categoryId}`,
  ])
  expect(page.texts('.post__tags a')).toEqual(['#동네책방', '#node.js'])
  expect(page.links()).toContain(`/tags/${encodeURIComponent('동네책방')}`)
  expect(page.texts('.facts .drop a')).toEqual(['프로필', '작성글 보기'])
  expect(page.links()).toEqual(expect.arrayContaining(['/members/mina', '/free?author=mina']))
})

test('an anonymous author has no name, no menu and no address, not even to themselves', async () => {
  const post = await aPost(site, board, mina, { title: '익명의 글' })
  await change(post, { anonymous: 1 })
  const owner = await aMember(site, '주인', { level: 10 })
  for (const agent of [site.visitor(), mina.agent, owner.agent]) {
    const page = await agent.get('/free/1')
    expect([page.text('.facts b'), page.has('.facts .drop')]).toEqual(['익명', false])
    expect(page.text('.facts')).not.toContain('mina')
  }
  expect((await site.visitor().get('/free/1')).body).not.toContain('mina')
})

test('how long reading takes is said from a minute on', async () => {
  await aPost(site, board, mina, { body: '짧은 글입니다.' })
  await aPost(site, board, mina, { body: '가나다라마바사아자차 '.repeat(155) })
  await aPost(site, board, mina, { body: 'word '.repeat(500) })
  const said = async (number: number) => (await site.visitor().get(`/free/${number}`)).text('.facts__reading')
  expect([await said(1), await said(2), await said(3)]).toEqual(['', '읽는 데 3분', '읽는 데 2분'])
})

test('files stand below the text for those who may take them home, and their names for the others', async () => {
  const post = await aPost(site, board, mina)
  const file = {
    ownerId: mina.viewer.memberId,
    postId: post.id,
    kind: 'file',
    mime: 'application/pdf',
    bytes: 2_100_000,
    createdAt: new Date(),
  }
  const none = { width: 0, height: 0, frames: 0, thumbnailBytes: 0, thumbnailWidth: 0, thumbnailHeight: 0 }
  for (const [fileKey, name] of [
    ['a'.repeat(22), '회의록.pdf'],
    ['b'.repeat(22), '"둘째" <표>.pdf'],
  ] as const)
    await site.ctx.db('files').insert({ ...file, ...none, fileKey, name, downloadCount: 3 })
  const page = await site.visitor().get('/free/1')
  expect(page.texts('.attachments li')).toEqual(['회의록.pdf2 MB · 3회 내려받음', '"둘째" <표>.pdf2 MB · 3회 내려받음'])
  expect(page.texts('.attachments a')).toHaveLength(2)
  await changeBoard({ downloadLevel: 5 })
  const shut = await site.visitor().get('/free/1')
  expect([shut.texts('.attachments li').length, shut.has('.attachments a')]).toEqual([2, false])
})

test('a board’s own fields and links stand on the page; a click is counted once it is a reader’s, and leads on', async () => {
  const fields = [
    { key: 'f1', kind: 'number', nameKo: '가격', nameEn: 'Price', choices: [], required: false, onPage: true, inList: false },
    { key: 'f2', kind: 'url', nameKo: '지도', nameEn: 'Map', choices: [], required: false, onPage: true, inList: false },
    { key: 'f3', kind: 'text', nameKo: '연락처', nameEn: 'Contact', choices: [], required: false, onPage: false, inList: false },
  ]
  await changeBoard({ extraFields: JSON.stringify(fields), linkCount: 2 })
  const post = await aPost(site, board, mina)
  const values = { f1: '12000', f2: 'https://example.org/map', f3: '<staff only>' }
  await site.ctx.db('post_extras').insert({ postId: post.id, fields: JSON.stringify(values) })
  const links = ['https://example.org/?a=1&b=2', 'https://example.com/']
  await site.ctx.db('post_links').insert(links.map((url, index) => ({ postId: post.id, position: index + 1, url })))
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const visitor = site.visitor()
  expect((await visitor.get('/free/1')).text('.post__fields')).toBe('가격12,000지도https://example.org/map')
  expect((await moderator.agent.get('/free/1')).text('.post__fields')).toContain('연락처<staff only>')
  expect((await mina.agent.get('/free/1')).texts('.post__links li')).toEqual(['example.org/?a=1&b=20회 연결', 'example.com0회 연결'])
  const followed = await visitor.request('/free/1/links/1')
  expect([followed.status, followed.headers.get('location')]).toEqual([302, links[0]])
  // A second click of the same reader, and a machine's, count nothing; another reader's does.
  await visitor.request('/free/1/links/1')
  await site.visitor({ headers: { 'user-agent': 'Googlebot/2.1' } }).request('/free/1/links/1')
  await mina.agent.request('/free/1/links/1')
  const clicks = async () => (await mina.agent.get('/free/1')).texts('.post__links small')
  await expect.poll(clicks).toEqual(['2회 연결', '0회 연결'])
  await change(post, { status: 'hidden' })
  for (const path of ['/free/1/links/1', '/free/1/links/9', '/free/1/links/0']) expect((await visitor.request(path)).status).toBe(404)
})

test('a deleted post leaves a page that says so where its board wants that, and nothing of what it was', async () => {
  const post = await aPost(site, board, mina, { title: '지운 이야기' })
  await change(post, { status: 'deleted' })
  expect((await site.visitor().get('/free/1')).status).toBe(404)
  await changeBoard({ removed: 'stub' })
  for (const agent of [site.visitor(), mina.agent]) {
    const page = await agent.get('/free/1')
    expect([page.status, page.text('h1'), page.body.includes('지운 이야기')]).toEqual([410, '삭제된 글입니다', false])
    expect(page.has('meta[name="robots"][content^="noindex"]')).toBe(true)
  }
  await change(post, { status: 'hidden' })
  expect((await site.visitor().get('/free/1')).status).toBe(404)
})

test('a secret post is its author’s and the staff’s; others are told, guests led to log in, machines kept away', async () => {
  const post = await aPost(site, board, mina, { title: '비밀 이야기', body: '아무도 모르는 말' })
  const other = await aMember(site, '수호')
  const moderator = await aMember(site, '지기', { moderates: [board] })
  await change(post, { secret: 1 })
  for (const person of [mina, moderator]) {
    const page = await person.agent.get('/free/1')
    expect([page.status, page.text('.post .alert')]).toEqual([200, expect.stringContaining('비밀글입니다')])
    expect(page.has('meta[name="robots"][content^="noindex"]')).toBe(true)
    expect(page.root.querySelector('meta[name="description"]')?.getAttribute('content')).not.toContain('모르는 말')
  }
  const refused = await other.agent.get('/free/1')
  expect([refused.status, refused.body.includes('비밀글입니다'), refused.body.includes('비밀 이야기')]).toEqual([403, true, false])
  expect((await site.visitor().request('/free/1')).headers.get('location')).toBe('/login?returnTo=%2Ffree%2F1')
  await aPost(site, board, mina, { title: '다음 글' })
  expect((await other.agent.get('/free/2')).texts('.nearby a')).toEqual(['비밀글입니다'])
})

test('a post that waits for approval is there for its author and the staff alone, who are told', async () => {
  const post = await aPost(site, board, mina)
  const other = await aMember(site, '수호')
  const moderator = await aMember(site, '지기', { moderates: [board] })
  await change(post, { status: 'pending' })
  for (const person of [mina, moderator]) {
    const page = await person.agent.get('/free/1')
    expect([page.status, page.text('.post .alert')]).toEqual([200, expect.stringContaining('승인을 기다리는')])
    expect([page.has('#vote-form'), page.links().includes('/free/1/report')]).toEqual([false, false])
  }
  expect([(await other.agent.get('/free/1')).status, (await site.visitor().get('/free/1')).status]).toEqual([404, 404])
})

test('a post keeps the list that it was opened from: neighbours, list below and the way back', async () => {
  const suho = await aMember(site, '수호')
  for (let count = 1; count <= 6; count += 1) await aPost(site, board, count % 2 ? mina : suho, { title: `${count}번째` })
  const page = await site.visitor().get('/free/3?author=mina')
  expect(page.texts('.nearby a')).toEqual(['1번째', '5번째'])
  expect(page.texts('table.posts .t')).toEqual(['5번째', '3번째', '1번째'])
  expect(page.root.querySelector('.acts .end a')?.getAttribute('href')).toBe('/free?author=mina#post-3')
  expect(page.root.querySelector('.nearby a')?.getAttribute('href')).toBe('/free/1?author=mina')
  expect(page.root.querySelector('link[rel="canonical"]')?.getAttribute('href')).toMatch(/\/free\/3$/)
})

test('pages of comments keep it too', async () => {
  const post = await aPost(site, board, mina)
  for (let count = 0; count < 101; count += 1) await createComment(site.ctx, mina.viewer, { board, post }, { body: `${count}` })
  const page = await site.visitor().get('/free/1?author=mina')
  expect(page.links()).toContain('/free/1?author=mina&comments=2#comments')
  expect((await site.visitor().get('/free/1')).links()).toContain('/free/1?comments=2#comments')
})
