import { expect, test } from 'vitest'
import { setTags } from '../../../src/features/tags/tags.service.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { aYardWithWalls } from './yard.ts'

const site = useSite()
const titles = '.stream .t'
const member = (nickname: string) => `/members/${encodeURIComponent(nickname)}`
const tag = (name: string) => `/tags/${encodeURIComponent(name)}`

test('what one may not read stands in no list of the whole site: not the post, not its comments, not in a count', async () => {
  const { walls } = await aYardWithWalls(site)
  const pages = ['/', '/new', '/new?tab=comments', '/popular?period=day', '/popular', '/popular?period=month', '/tags', tag('동네')]
  for (const path of [...pages, member('미나'), `${member('미나')}?tab=comments`]) {
    const page = await site.visitor().get(path)
    expect([path, page.status, page.body.includes('가린 글')]).toEqual([path, 200, false])
  }
  expect((await site.visitor().get('/tags')).texts('.tags a')).toEqual(['#동네 1글 1개'])
  expect((await site.visitor().get(member('미나'))).texts('.tiles dd')).toEqual(['1', '1'])
  const staff = await aMember(site, '마루', { level: 9 })
  const known = await staff.agent.get('/new')
  expect(known.texts(titles)).toEqual(['가린 글 night', '가린 글 members', '가린 글 staff', '모두의 글'])
  expect(Object.keys(walls)).toHaveLength(5)
})

test('new posts of all boards stand newest first, twenty a page, and the way to older ones misses none', async () => {
  const mina = await aMember(site, 'mina')
  const boards = [await aBoard(site, { slug: 'one' }), await aBoard(site, { slug: 'two' })]
  for (let n = 1; n <= 45; n += 1) await aPost(site, boards[n % 2] ?? boards[0]!, mina, { title: `${n}번째` })
  const guest = site.visitor()
  const seen: string[] = []
  for (let path: string | undefined = '/new', pages = 0; path && pages < 9; pages += 1) {
    const page = await guest.get(path)
    seen.push(...page.texts(titles))
    expect(page.has('meta[name=robots][content^=noindex]')).toBe(pages > 0)
    path = page.root.querySelector('.older a[rel=next]')?.getAttribute('href')
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `${45 - n}번째`))
  expect((await guest.get('/new?before=1')).text('.empty')).toBe('아직 글이 없습니다.')
  for (const before of ['0', '-1', 'x', '99999999999999999999']) expect((await guest.get(`/new?before=${before}`)).status).toBe(404)
})

test('an anonymous post and an anonymous comment name nobody, and stand on nobody’s page', async () => {
  const { seen } = await aYardWithWalls(site)
  await changePosts(site, { id: seen.id }, { anonymous: 1 })
  await site.ctx.db('comments').where({ postId: seen.id }).update({ anonymous: 1 })
  for (const path of ['/new', '/new?tab=comments', '/popular?period=day', tag('동네')]) {
    await site.ctx.memory.forget('popular')
    const page = await site.visitor().get(path)
    expect([path, page.text('.stream .facts').includes('익명'), page.body.includes('미나')]).toEqual([path, true, false])
  }
  const page = await site.visitor().get(member('미나'))
  expect([page.texts('.tiles dd'), page.has('.stream')]).toEqual([['0', '0'], false])
})

test('popular posts of day, week and month say why they are hot, a vote weighing two comments', async () => {
  const free = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const hot = async (title: string, days: number, votes: number, comments: number) => {
    const post = await aPost(site, free, mina, { title })
    const createdAt = new Date(site.clock.now().getTime() - days * 86_400_000 + 60_000)
    await changePosts(site, { id: post.id }, { voteCount: votes, commentCount: comments, createdAt })
  }
  await hot('오늘', 1, 3, 1)
  await hot('이번 주', 7, 2, 4)
  await hot('이번 달', 30, 12, 8)
  await hot('옛날', 31, 99, 99)
  await aPost(site, free, mina, { title: '조용한 글' })
  await site.ctx.memory.forget('popular')
  const guest = site.visitor()
  expect((await guest.get('/popular?period=day')).texts(titles)).toEqual(['오늘'])
  expect((await guest.get('/popular')).texts(titles)).toEqual(['이번 주', '오늘'])
  const month = await guest.get('/popular?period=month')
  expect(month.texts(titles)).toEqual(['이번 달', '이번 주', '오늘'])
  expect(month.texts('.stream__why')[0]).toBe('추천 12 · 댓글 8')
  expect(month.text('.chips [aria-current]')).toBe('이번 달')
  expect((await guest.get('/popular?period=year')).text('.chips [aria-current]')).toBe('이번 주')
})

test('a tag’s page goes by the tag as it is stored; an unknown one and one of unreadable posts are the same 404', async () => {
  const { walls, mina } = await aYardWithWalls(site)
  const staffOnly = await aPost(site, walls['staff']!, mina)
  await setTags(site.ctx.db, staffOnly, ['회의'])
  const guest = site.visitor()
  const found = await guest.get(tag('동네'))
  expect([found.text('h1'), found.texts(titles)]).toEqual(['#동네', ['모두의 글']])
  expect((await guest.get(tag('#동네'))).path).toBe(tag('동네'))
  // The counter counts on meanwhile.
  const strip = (body: string) =>
    body.replace(/<section[^>]* data-visits>[\s\S]*?<\/section>/, '').replaceAll(/회의|없음|%[0-9A-F]{2}/g, '')
  const [unread, unknown] = [await guest.get(tag('회의')), await guest.get(tag('없음'))]
  expect([unread.status, unknown.status]).toEqual([404, 404])
  expect(strip(unread.body)).toBe(strip(unknown.body))
  for (const odd of ['%20', '..%2F', '%00', '%F0%9F%8E%89', 'a%20b', '<b>'.repeat(90)])
    expect((await guest.get(`/tags/${odd}`)).status).toBe(404)
})

test('a member’s comments stand on their own tab, and lead to their place in the thread', async () => {
  const { seen } = await aYardWithWalls(site)
  const page = await site.visitor().get(`${member('미나')}?tab=comments`)
  expect(page.texts(titles)).toEqual(['말: 모두의 글'])
  expect(page.links()).toContain(`/free/${seen.number}/comments/1`)
})
