import { expect, test } from 'vitest'
import type { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { setPinned } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const extraFields: BoardForm['extraFields'] = [
  { key: 'f1', kind: 'number', nameKo: '값', nameEn: 'Price', choices: [], required: false, onPage: true, inList: true },
  { key: 'f2', kind: 'url', nameKo: '가게', nameEn: 'Shop', choices: [], required: false, onPage: true, inList: true },
  { key: 'f3', kind: 'text', nameKo: '연락처', nameEn: 'Call', choices: [], required: false, onPage: true, inList: false },
]
const told = { f1: '12000', f2: 'https://example.org/shop', f3: '010' }

test('fields of a board that belong in its list are columns of the table', async () => {
  const board = await aBoard(site, { slug: 'free', extraFields })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, board, mina)
  await aPost(site, board, mina, { title: '아무것도 적지 않은 글' })
  await site.ctx.db('post_extras').where({ postId: post.id }).delete()
  await site.ctx.db('post_extras').insert({ postId: post.id, fields: JSON.stringify(told) })
  const page = await site.visitor().get('/free')
  expect(page.texts('.posts th')).toEqual(['번호', '제목', '값', '가게', '글쓴이', '날짜', '조회', '추천'])
  expect(page.texts('#post-1 .extra')).toEqual(['12000', 'https://example.org/shop'])
  expect(page.root.querySelector('#post-1 .extra a')?.getAttribute('rel')).toContain('nofollow')
  expect(page.texts('#post-2 .extra')).toEqual(['', ''])
  expect(page.text('#main')).not.toContain('010')
})

test('in other looks they stand among the facts, where there is something to say', async () => {
  const board = await aBoard(site, { slug: 'free', look: 'cards', extraFields })
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, board, mina)
  await aPost(site, board, mina)
  await site.ctx.db('post_extras').where({ postId: post.id }).delete()
  await site.ctx.db('post_extras').insert({ postId: post.id, fields: JSON.stringify({ f1: '12000' }) })
  const page = await site.visitor().get('/free')
  expect([page.texts('#post-1 .extra'), page.texts('#post-2 .extra')]).toEqual([['12000'], []])
})

test('a gallery has a box for every post: its measured picture, or its first words', async () => {
  const board = await aBoard(site, { slug: 'photo', look: 'gallery' })
  const mina = await aMember(site, 'mina')
  const [shown, told] = [await aPost(site, board, mina), await aPost(site, board, mina)]
  const file = {
    fileKey: 'ab'.repeat(16),
    ownerId: mina.viewer.memberId,
    postId: shown.id,
    name: '바다 1.webp',
    bytes: 9,
    width: 900,
    height: 600,
  }
  const small = { thumbnailBytes: 5, thumbnailWidth: 480, thumbnailHeight: 320, createdAt: site.clock.now() }
  await site.ctx.db('files').insert({ ...file, ...small })
  await site.ctx.db('posts').where({ id: shown.id }).update({ coverKey: file.fileKey })
  await site.ctx.db('posts').where({ id: told.id }).update({ excerpt: '사진이 없어 말로 합니다.' })
  const page = await site.visitor().get('/photo')
  const image = page.root.querySelector('#post-1 .cover img')
  expect(['width', 'height', 'alt', 'src'].map((name) => image?.getAttribute(name))).toEqual([
    ...['480', '320', '', `/files/${file.fileKey}/thumbnail/${encodeURIComponent('바다 1.webp')}`],
  ])
  expect(page.text('#post-2 .cover')).toBe('사진이 없어 말로 합니다.')
})

test('a question says whether it was answered', async () => {
  const board = await aBoard(site, { slug: 'qna', look: 'qna' })
  const mina = await aMember(site, 'mina')
  const [waiting, talked, solved] = [await aPost(site, board, mina), await aPost(site, board, mina), await aPost(site, board, mina)]
  await changePosts(site, { id: talked.id }, { commentCount: 1 })
  await changePosts(site, { id: solved.id }, { commentCount: 2, acceptedCommentId: 9 })
  const page = await site.visitor().get('/qna')
  expect([solved, talked, waiting].map(({ number }) => page.text(`#post-${number} .answer`))).toEqual(['해결됨', '', '답변 대기'])
})

test('frequent questions open in place; a long answer, or one that is not for all, is read on its page', async () => {
  const board = await aBoard(site, { slug: 'faq', look: 'faq', readLevel: 2 })
  const mina = await aMember(site, 'mina')
  await aPost(site, board, mina, { title: '짧은 물음', body: '## 첫째\n\n답입니다[^1].\n\n[^1]: 덧붙임' })
  await aPost(site, board, mina, { title: '긴 물음', body: '가나다 '.repeat(5_000) })
  const page = await mina.agent.get('/faq')
  expect(page.texts('.faq summary').map((summary) => summary.replace(/ N 새글/, ''))).toEqual(['Q긴 물음', 'Q짧은 물음'])
  expect(page.text('#post-1 .faq__answer .text')).toContain('답입니다')
  expect(page.has('#post-2 .text')).toBe(false)
  expect(page.root.querySelector('#post-2 .t')?.getAttribute('href')).toBe('/faq/2')
  // Notes of two answers on one page have names of their own.
  const ids = page.root.querySelectorAll('.faq__answer [id]').map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(1)
  expect(ids.every((id) => /^p\d+-/.test(id))).toBe(true)
  expect((await site.visitor().get('/faq')).has('.faq .text')).toBe(false)
})

test.each([0, 2])('%i notices stand above the list when its board says so', async (noticeLimit) => {
  const board = await aBoard(site, { slug: 'free', noticeLimit })
  const mina = await aMember(site, 'mina')
  for (let count = 1; count <= 4; count += 1) await aPost(site, board, mina)
  const posts = await site.ctx.db('posts').orderBy('id').limit(3).select('*')
  for (const post of posts) await inTransaction(site.ctx.db, (trx) => setPinned(trx, post, site.clock.now()))
  expect((await site.visitor().get('/free')).texts('.is-notice')).toHaveLength(noticeLimit)
})

test('a notice of every board leads to its own board, and has no number here', async () => {
  const [notice, free] = [await aBoard(site, { slug: 'notice' }), await aBoard(site, { slug: 'free' })]
  const mina = await aMember(site, 'mina')
  const post = await aPost(site, notice, mina, { title: '모두에게' })
  await aPost(site, free, mina, { title: '여기 글' })
  await inTransaction(site.ctx.db, (trx) => setPinned(trx, post, site.clock.now()))
  await site.ctx.db('posts').where({ id: post.id }).update({ pinnedEverywhere: 1 })
  const page = await site.visitor().get('/free')
  expect(page.texts('.posts .t')).toEqual(['모두에게', '여기 글'])
  expect(page.root.querySelector('.is-notice .t')?.getAttribute('href')).toBe('/notice/1')
  expect(page.root.querySelectorAll('.row[id]').map(({ id }) => id)).toEqual(['post-1'])
})

test('on a board for consultation everyone sees their own posts, and those who keep order all', async () => {
  const board = await aBoard(site, { slug: 'ask', consultation: true })
  const [mina, junho, host] = [await aMember(site, '미나'), await aMember(site, '준호'), await aMember(site, '지기', { level: 9 })]
  await aPost(site, board, mina, { title: '미나의 고민' })
  await aPost(site, board, junho, { title: '준호의 고민' })
  expect((await mina.agent.get('/ask')).texts('.posts .t')).toEqual(['미나의 고민'])
  expect((await host.agent.get('/ask')).texts('.posts .t')).toEqual(['준호의 고민', '미나의 고민'])
  const guest = await site.visitor().get('/ask?sort=views&category=1')
  expect([guest.status, guest.texts('.posts .t'), guest.body.includes('고민')]).toEqual([200, [], false])
})
