import { expect, test } from 'vitest'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const chips = (page: Page) =>
  page.root.querySelectorAll('.chips a').map((chip) => [chip.textContent.replace(/\s+/g, ' ').trim(), chip.getAttribute('href')])

test('categories stand above the list with the number of their posts, the chosen one marked', async () => {
  const board = await aBoard(site, { slug: 'free', pageSize: 5 })
  const mina = await aMember(site, 'mina')
  const [talk] = await site.ctx.db('board_categories').insert({ boardId: board.id, nameKo: '잡담', nameEn: 'Talk', position: 1 })
  const [ask] = await site.ctx
    .db('board_categories')
    .insert({ boardId: board.id, nameKo: '질문', nameEn: 'Ask', color: 'red', position: 2 })
  await site.ctx.memory.forget('boards')
  for (let count = 1; count <= 7; count += 1) await aPost(site, board, mina, { title: `${count}` })
  await site.ctx.db('posts').where('number', '<=', 6).update({ categoryId: talk })
  await site.ctx.db('list_blocks').insert({ boardId: board.id, list: `category:${talk}`, fromRank: 0, listedCount: 6 })
  const all = await site.visitor().get('/free')
  expect(chips(all)).toEqual([
    ['전체 7글 7개', '/free'],
    ['잡담 6글 6개', `/free?category=${talk}`],
    ['질문 0글 0개', `/free?category=${ask}`],
  ])
  expect(all.text('.chips [aria-current=page]')).toContain('전체')
  const talks = await site.visitor().get(`/free?category=${talk}`)
  expect([talks.text('.chips [aria-current=page]'), talks.text('.bar__count')]).toEqual(['잡담 6글 6개', '글 6개 · 1 / 2 쪽'])
  expect(talks.texts('.posts .no')).toEqual(['6', '5', '4', '3', '2'])
  // The next page is one of the same category; so is the order chosen there.
  expect(talks.root.querySelector('.pages [rel=next]')?.getAttribute('href')).toBe(`/free?category=${talk}&page=2`)
  expect(talks.links()).toContain(`/free?category=${talk}&sort=votes`)
  const none = await site.visitor().get(`/free?category=${ask}`)
  expect([none.text('.empty p'), none.root.querySelector('.empty a')?.getAttribute('href')]).toEqual([
    '이 말머리의 글이 아직 없습니다.',
    '/free',
  ])
})

test('every choice is a link of its own, and the summary says what is shown', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, '미나')
  await aPost(site, board, mina)
  const page = await mina.agent.get('/free?filter=mine&period=week')
  expect(page.text('.tools summary')).toBe('골라 보기: 내 글 · 일주일')
  expect(page.texts('.tools [aria-current]')).toEqual(['내 글', '일주일'])
  expect(page.links()).toEqual(
    expect.arrayContaining(['/free', '/free?sort=views', '/free?filter=popular&period=week', '/free?filter=mine&period=day']),
  )
  expect(page.root.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, follow')
  expect((await mina.agent.get('/free')).root.querySelector('meta[name=robots]')).toBeNull()
  expect((await site.visitor().get('/free')).texts('.tools nav:nth-of-type(2) li')).toEqual(['모든 글', '답변 없는 글', '인기글'])
})

test('the posts of one author are found by a form without script', async () => {
  const board = await aBoard(site, { slug: 'free' })
  await aPost(site, board, await aMember(site, '미나'), { title: '미나의 글' })
  await aPost(site, board, await aMember(site, '준호'), { title: '준호의 글' })
  const page = await site.visitor().get(`/free?author=${encodeURIComponent('미나')}`)
  expect([page.texts('.posts .t'), page.text('.tools summary')]).toEqual([['미나의 글'], '골라 보기: 미나님의 글'])
  const nobody = await site.visitor().get(`/free?author=${encodeURIComponent('<b>')}`)
  expect([nobody.text('.empty p'), nobody.status]).toEqual(['<b>님이 여기에 쓴 글이 없습니다.', 200])
})

test('an empty filter says what there is none of, and leads back to all posts', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const [mina, junho] = [await aMember(site, '미나'), await aMember(site, '준호')]
  const post = await aPost(site, board, mina)
  await createComment(site.ctx, junho.viewer, { board, post }, { body: '답', parent: undefined })
  const said = async (path: string) => {
    const page = await junho.agent.get(path)
    return [page.text('.empty p'), page.root.querySelector('.empty a')?.getAttribute('href')]
  }
  expect(await said('/free?filter=mine')).toEqual(['여기에 쓴 글이 없습니다.', '/free'])
  expect(await said('/free?filter=unanswered')).toEqual(['답변을 기다리는 글이 없습니다.', '/free'])
  expect(await said('/free?filter=popular')).toEqual(['아직 인기글이 없습니다.', '/free'])
  const guest = await site.visitor().get('/free?filter=mine')
  expect(guest.root.querySelector('.empty a')?.getAttribute('href')).toBe('/login?returnTo=%2Ffree%3Ffilter%3Dmine')
})

test('a board shows its texts above and below in the language of the reader, and no search where it has none', async () => {
  const board = await aBoard(site, { slug: 'free', searchEnabled: false })
  await aPost(site, board, await aMember(site, 'mina'))
  await site.ctx
    .db('boards')
    .update({ aboveHtmlKo: '<p>존댓말을 <strong>씁니다</strong></p>', aboveHtmlEn: '<p>Be kind</p>', belowHtmlKo: '<p>끝</p>' })
  await site.ctx.memory.forget('boards')
  const page = await site.visitor().get('/free')
  expect(page.texts('.board-text')).toEqual(['존댓말을 씁니다', '끝'])
  expect(page.has('.below')).toBe(false)
  expect((await site.visitor().get('/free', { 'accept-language': 'en' })).texts('.board-text')).toEqual(['Be kind', '끝'])
})
