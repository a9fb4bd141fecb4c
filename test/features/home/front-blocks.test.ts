import { expect, test } from 'vitest'
import { addBlock } from '../../../src/features/home/front-blocks.service.ts'
import { blockKinds } from '../../../src/features/home/front-blocks.types.ts'
import { setPinned } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { aBlock } from '../../support/filled-front.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'
import { aYardWithWalls } from '../streams/yard.ts'

const site = useSite()
const owner = () => aMember(site, '주인', { level: 10 })
const blocks = '.block.front__block h2 > span:first-child'

test('what one may not read stands in no block of any kind; a board that one may not read has no block', async () => {
  const { open, walls, seen } = await aYardWithWalls(site)
  const { viewer } = await owner()
  const all = [open, ...Object.values(walls)]
  for (const kind of blockKinds)
    for (const board of ['latest', 'gallery', 'categories'].includes(kind) ? all : [null])
      await addBlock(site.ctx, viewer, aBlock({ kind, boardId: board?.id ?? null, rowCount: 20 }))
  await site.ctx.db('posts').update({ hasImage: 1 })
  const home = await site.visitor().get('/')
  expect(home.body).not.toContain('가린 글')
  expect(home.texts('.front__block').filter((text) => text.includes('모두의 글'))).toHaveLength(6)
  expect(home.links()).toContain(`/free/${seen.number}`)
  expect(home.texts(blocks).filter((title) => title === '자유')).toHaveLength(2)
  await site.ctx.db('posts').where({ id: seen.id }).update({ secret: 1 })
  await site.ctx.memory.forget('popular')
  expect((await site.visitor().get('/?again')).body).not.toContain('모두의 글')
})

test('each kind shows what it is for, under its own title or the owner’s', async () => {
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  const mina = await aMember(site, '미나')
  const { viewer } = await owner()
  for (let n = 1; n <= 4; n += 1) await aPost(site, free, mina, { title: `${n}번째` })
  const notice = await aPost(site, free, mina, { title: '알림' })
  await inTransaction(site.ctx.db, (trx) => setPinned(trx, notice, site.clock.now()))
  await changePosts(site, { number: 2 }, { voteCount: 12, commentCount: 8 })
  await site.ctx.memory.forget('popular')
  await addBlock(site.ctx, viewer, aBlock({ kind: 'latest', boardId: free.id, rowCount: 3, titleKo: '요즘 글' }))
  await addBlock(site.ctx, viewer, aBlock({ kind: 'notices', place: 'narrow' }))
  await addBlock(site.ctx, viewer, aBlock({ kind: 'popular-day', place: 'narrow' }))
  await addBlock(site.ctx, viewer, aBlock({ kind: 'text', titleKo: '인사', sourceKo: '**반가워요** <img src=x onerror=alert(1)>' }))
  await addBlock(site.ctx, viewer, aBlock({ kind: 'links', sourceKo: '우리 동네 https://example.org/town' }))
  await addBlock(site.ctx, viewer, aBlock({ kind: 'counter', place: 'full' }))
  const home = await site.visitor().get('/')
  expect(home.texts(blocks)).toEqual(['요즘 글', '공지', '오늘 인기글', '인사', '바로가기'])
  const rows = (at: number) =>
    home.root
      .querySelectorAll('.front__block')
      [at]?.querySelectorAll('li a')
      .map((link) => link.textContent)
  expect([rows(0), rows(1), rows(2), rows(4)]).toEqual([['4번째', '3번째', '2번째'], ['알림'], ['2번째'], ['우리 동네']])
  expect([home.text('.front__why'), home.text('.front .text strong')]).toEqual(['추천 12 · 댓글 8', '반가워요'])
  expect(home.body).not.toContain('<img src=x')
  expect(home.has('.front [data-visits]')).toBe(true)
})

test('the owner adds, changes, moves and removes blocks; without any, the latest of every board are back', async () => {
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  const { agent } = await owner()
  const add = async (fields: Record<string, string>) => agent.submit(await agent.get('/console/front/new'), '#block-form', fields)
  await add({ kind: 'latest', boardId: String(free.id) })
  await add({ kind: 'comments' })
  expect((await site.visitor().get('/')).texts(blocks)).toEqual(['자유', '새 댓글'])
  const [first, second] = await site.ctx.db('front_blocks').orderBy('id').select<{ id: number }[]>('id')
  await agent.post(`/console/front/${second?.id}/up`, {})
  await agent.submit(await agent.get(`/console/front/${first?.id}`), '#block-form', { titleKo: '이야기' })
  expect((await site.visitor().get('/')).texts(blocks)).toEqual(['새 댓글', '이야기'])
  for (const id of [first?.id, second?.id]) await agent.post(`/console/front/${id}/remove`, {})
  expect((await site.visitor().get('/')).texts('.blocks h2 a:first-child')).toEqual(['자유'])
})

test('a block without its board, with a bad number or with lines that are no links is refused beside the field', async () => {
  const ask = await aBoard(site, { slug: 'ask', consultation: true })
  const { agent } = await owner()
  const refused = async (fields: Record<string, string>, field: string) => {
    const page = await agent.submit(await agent.get('/console/front/new'), '#block-form', fields)
    expect([page.status, page.has(`.error#about-${field}`)]).toEqual([422, true])
  }
  await refused({ kind: 'latest' }, 'boardId')
  await refused({ kind: 'latest', boardId: String(ask.id) }, 'boardId')
  await refused({ kind: 'comments', rowCount: '21' }, 'rowCount')
  await refused({ kind: 'links', sourceKo: '나쁜 곳 javascript:alert(1)' }, 'sourceKo')
  expect((await (await aMember(site, '마루', { level: 9 })).agent.get('/console/front')).status).toBe(403)
})

test('a group’s page shows its boards with their newest, and is not there for who may enter none of them', async () => {
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  const group = await site.ctx.db('board_groups').where({ id: free.groupId }).first('slug')
  await aPost(site, free, await aMember(site, '미나'), { title: '첫 글' })
  const page = await site.visitor().get(`/groups/${group.slug}`)
  expect([page.status, page.texts('.blocks h2 a:first-child'), page.texts('.blocks li a')]).toEqual([200, ['자유'], ['첫 글']])
  await site.ctx.db('boards').update({ listLevel: 9 })
  await site.ctx.memory.forget('boards')
  for (const slug of [group.slug, 'nowhere']) expect((await site.visitor().get(`/groups/${slug}?again`)).status).toBe(404)
})
