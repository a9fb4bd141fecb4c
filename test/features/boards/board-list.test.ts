import { expect, test } from 'vitest'
import { setPinned } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test('a list counts down from its total, with notices on top that use up no row', async () => {
  const board = await aBoard(site, { slug: 'free', nameKo: '자유게시판', descriptionKo: '편하게', pageSize: 5, noticeLimit: 2 })
  const mina = await aMember(site, 'mina')
  for (let count = 1; count <= 12; count += 1) await aPost(site, board, mina, { title: `${count}번째` })
  await inTransaction(site.ctx.db, async (trx) => {
    for (const [index, number] of [3, 7, 5].entries()) {
      const post = await trx('posts').where({ number }).first('id')
      await setPinned(trx, post!, new Date(Date.UTC(2026, 10, index + 1)))
    }
  })
  const first = await site.visitor().get('/free')
  expect([first.text('h1'), first.text('.board-head small')]).toEqual(['자유게시판', '편하게'])
  expect(first.text('.bar')).toContain('글 9개 · 1 / 2 쪽')
  expect(first.texts('.posts .no')).toEqual(['공지', '공지', '9', '8', '7', '6', '5'])
  expect(first.texts('.posts .t')).toEqual(['5번째', '7번째', '12번째', '11번째', '10번째', '9번째', '8번째'])
  const second = await site.visitor().get('/free?page=2')
  expect(second.texts('.posts .no')).toEqual(['공지', '공지', '4', '3', '2', '1'])
  expect(second.texts('title')).toEqual(['자유게시판 2쪽 > 마당'])
})

test('a long list offers ten pages on a desk, five on a phone, and leads to its first and last', async () => {
  const board = await aBoard(site, { slug: 'free', pageSize: 5 })
  const mina = await aMember(site, 'mina')
  for (let count = 1; count <= 61; count += 1) await aPost(site, board, mina, { title: `${count}` })
  const page = await site.visitor().get('/free?page=7')
  expect(page.texts('.pages > *')).toEqual(['처음', '‹', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '›', '맨끝'])
  expect(page.texts('.pages > :not(.far)')).toEqual(['‹', '5', '6', '7', '8', '9', '›', '맨끝'])
  expect((await site.visitor().get('/free?page=13')).texts('.posts .t')).toEqual(['1'])
})

test('a page past the end is not found, and says which the last one is', async () => {
  await aBoard(site, { slug: 'free' })
  expect((await site.visitor().get('/free?page=1')).status).toBe(200)
  const page = await site.visitor().get('/free?page=2')
  expect(page.status).toBe(404)
  expect(page.text('.empty')).toContain('마지막은 1쪽')
  for (const wrong of ['0', '-1', '1.5', 'x', '', '99999999999']) expect((await site.visitor().get(`/free?page=${wrong}`)).status).toBe(404)
})

test('an empty board invites: to write, to log in first, or to wait', async () => {
  await aBoard(site, { slug: 'free' })
  await aBoard(site, { slug: 'notice', writeLevel: 9 })
  const mina = await aMember(site, 'mina')
  expect((await mina.agent.get('/free')).text('.empty a')).toBe('첫 글 쓰기')
  expect((await site.visitor().get('/free')).text('.empty a')).toBe('로그인하고 글쓰기')
  expect((await mina.agent.get('/notice')).has('.empty a')).toBe(false)
  expect((await mina.agent.get('/notice')).has('a[href="/notice/write"]')).toBe(false)
})

test("a members' board is nowhere for a guest: not in the menu, the list, the front page, nor among the popular", async () => {
  const inner = await aBoard(site, { slug: 'inner', nameKo: '안마당', listLevel: 2, readLevel: 2 })
  await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, inner, mina, { title: '우리끼리' })
  await changePosts(site, { id: post.id }, { voteCount: 9 })
  await site.ctx.memory.forget('popular')
  const home = await site.visitor().get('/')
  expect(home.body).not.toMatch(/안마당|우리끼리/)
  expect((await site.visitor().get('/inner')).status).toBe(404)
  expect((await site.visitor().get('/inner/1')).status).toBe(404)
  const members = await mina.agent.get('/')
  expect(members.text('.side')).toContain('우리끼리')
  expect(members.text('#main')).toContain('안마당')
})

test('a list takes one statement beside the frame’s, a post without comments two, however many rows they have; two more after a change', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  for (let count = 1; count <= 30; count += 1) await aPost(site, board, mina)
  const statementsOf = async (path: string, { known }: { known: boolean }) => {
    // What the frame remembers is loaded before.
    await site.ctx.memory.forget('boards')
    await new Promise((wait) => setTimeout(wait, 50))
    await site.visitor().get('/')
    if (known) await site.visitor().get('/free')
    const statements: string[] = []
    const listen = ({ sql }: { sql: string }) => void statements.push(sql)
    site.ctx.db.on('query', listen)
    await site.visitor().get(path)
    site.ctx.db.removeListener('query', listen)
    // The counter of visitors writes beside every page.
    return statements.filter((sql) => /boards|posts|post_|list_|comments/.test(sql) && !/\bvisit_|\bvisits\b/.test(sql))
  }
  expect(await statementsOf('/free?page=2', { known: true })).toHaveLength(1)
  // How many posts stand where, and whether some are pinned: of the board, not of the page.
  expect(await statementsOf('/free?page=2', { known: false })).toHaveLength(3)
  // Nothing is asked about comments of a post that never had any.
  expect(await statementsOf('/free/12', { known: true })).toHaveLength(2)
})
