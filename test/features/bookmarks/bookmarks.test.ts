import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { setPostStatus } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let reader: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', nameKo: '자유게시판' })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
})

const press = (wish: string, path = '/free/1', headers: Record<string, string> = {}) =>
  reader.agent.request(`${path}/bookmark`, {
    method: 'POST',
    body: new URLSearchParams({ bookmark: wish }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })
const titles = async (path = '/me/bookmarks', person = reader) => (await person.agent.get(path)).texts('.kept h2 a')

test('a member keeps a post by its button, finds it among their own, and gives it up again', async () => {
  await aPost(site, board, mina, { title: '다시 볼 글' })
  const page = await reader.agent.get('/free/1')
  expect(page.root.querySelector('#bookmark-form button')?.getAttribute('aria-pressed')).toBe('false')
  const kept = await reader.agent.submit(page, '#bookmark-form', { bookmark: 'add' })
  expect([kept.path, kept.text('.flash')]).toEqual(['/free/1', expect.stringContaining('스크랩했습니다')])
  expect(kept.root.querySelector('#bookmark-form button')?.getAttribute('aria-pressed')).toBe('true')
  const list = await reader.agent.get('/me/bookmarks')
  expect(list.text('.kept li')).toMatch(/다시 볼 글 자유게시판 mina/)
  expect(await titles('/me/bookmarks', mina)).toEqual([])
  await reader.agent.submit(kept, '#bookmark-form', { bookmark: 'remove' })
  expect(await titles()).toEqual([])
})

test('fifty presses at once keep a post once; script gets the button as it stands', async () => {
  await aPost(site, board, mina)
  await Promise.all(Array.from({ length: 50 }, () => press('add')))
  expect(await site.ctx.db('bookmarks')).toHaveLength(1)
  const answer = await press('remove', '/free/1', { accept: 'application/json' })
  expect(await answer.json()).toEqual({ bookmark: { pressed: false, wish: 'add', count: null } })
  expect((await press('maybe')).status).toBe(400)
})

test('a folder and a note are written down, shown, and each folder is a list of its own', async () => {
  for (const title of ['하나', '둘']) await aPost(site, board, mina, { title })
  for (const number of [1, 2]) await press('add', `/free/${number}`)
  const page = await reader.agent.get('/me/bookmarks')
  const [second] = await site.ctx.db('bookmarks').orderBy('id', 'desc')
  const form = `#bookmark-${second.id} form`
  const saved = await reader.agent.submit(page, form, { folder: '  요리  책 ', note: '주말에 <해 보기>' })
  expect(saved.text('.kept li')).toMatch(/요리 책 주말에 <해 보기>/)
  expect(saved.texts('.chips a')).toEqual(['모두', '요리 책'])
  expect(await titles(`/me/bookmarks?folder=${encodeURIComponent('요리 책')}`)).toEqual(['둘'])
  const refused = await reader.agent.submit(saved, form, { folder: 'ㄱ'.repeat(31), note: '' })
  expect([refused.status, refused.text(`#bookmark-${second.id} .error`)]).toEqual([422, '폴더 이름은 30자까지 쓸 수 있습니다.'])
  expect(refused.root.querySelector(`#folder-${second.id}`)?.getAttribute('value')).toBe('ㄱ'.repeat(31))
})

test('the list goes on page by page, each beginning where the one before ended', async () => {
  for (let n = 1; n <= 35; n += 1) await aPost(site, board, mina, { title: `${n}번` })
  for (let n = 1; n <= 35; n += 1) await press('add', `/free/${n}`)
  const first = await reader.agent.get('/me/bookmarks')
  expect(first.texts('.kept h2 a')).toHaveLength(30)
  const older = first.links().find((link) => link.includes('before='))
  expect(await titles(older)).toEqual(['5번', '4번', '3번', '2번', '1번'])
})

test('what one may not read any more is not listed, and nothing of it can be kept', async () => {
  const shut = await aBoard(site, { slug: 'inner', readLevel: 1 })
  const post = await aPost(site, board, mina, { title: '숨겨질 글' })
  await aPost(site, shut, mina, { title: '안쪽 글' })
  const secret = await aPost(site, board, mina, { title: '비밀 글' })
  for (const path of ['/free/1', '/inner/1', '/free/2']) expect((await press('add', path)).status).toBe(303)
  expect(await titles()).toEqual(['비밀 글', '안쪽 글', '숨겨질 글'])
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, 'hidden', new Date()))
  await site.ctx.db('boards').where({ id: shut.id }).update({ readLevel: 5 })
  await site.ctx.db('posts').where({ id: secret.id }).update({ secret: 1 })
  await site.ctx.memory.forget('boards')
  expect(await titles()).toEqual([])
  expect((await press('add', '/free/1')).status).toBe(404)
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, 'visible', new Date()))
  expect(await titles()).toEqual(['숨겨질 글'])
})

test('a bookmark is its owner’s alone, and a guest is led to log in', async () => {
  await aPost(site, board, mina)
  await press('add')
  const { id } = await site.ctx.db('bookmarks').first('id')
  expect((await mina.agent.post(`/me/bookmarks/${id}`, { folder: 'x', note: '' })).status).toBe(404)
  await mina.agent.post(`/me/bookmarks/${id}/remove`, {})
  expect(await titles()).toHaveLength(1)
  const page = await site.visitor().get('/free/1')
  expect(page.links()).toContain('/login?returnTo=%2Ffree%2F1')
  expect((await site.visitor().request('/me/bookmarks')).headers.get('location')).toBe('/login?returnTo=%2Fme%2Fbookmarks')
})
