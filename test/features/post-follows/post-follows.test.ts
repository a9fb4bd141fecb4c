import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { listFollowers } from '../../../src/features/post-follows/post-follows.read-models.ts'
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

const press = (wish: string, path = '/free/1', headers: Record<string, string> = {}, by = reader) =>
  by.agent.request(`${path}/follow`, {
    method: 'POST',
    body: new URLSearchParams({ follow: wish }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })
const titles = async (path = '/me/follows', person = reader) => (await person.agent.get(path)).texts('.kept h2 a')

test('a member follows a post by its button, finds it among their own, and leaves it again from there', async () => {
  await aPost(site, board, mina, { title: '지켜볼 글' })
  const page = await reader.agent.get('/free/1')
  expect(page.root.querySelector('#follow-form button')?.getAttribute('aria-pressed')).toBe('false')
  const followed = await reader.agent.submit(page, '#follow-form', { follow: 'add' })
  expect([followed.path, followed.text('.flash')]).toEqual(['/free/1', expect.stringContaining('구독했습니다')])
  expect(followed.root.querySelector('#follow-form button')?.getAttribute('aria-pressed')).toBe('true')
  const list = await reader.agent.get('/me/follows')
  expect(list.text('.kept li')).toMatch(/지켜볼 글 자유게시판 mina/)
  expect((await reader.agent.get('/me')).links()).toContain('/me/follows')
  const left = await reader.agent.submit(list, '.kept form', { follow: 'remove' })
  expect([left.path, left.text('.flash'), left.texts('.kept li')]).toEqual(['/me/follows', expect.stringContaining('취소'), []])
})

test('fifty presses at once follow a post once; script gets the button as it stands', async () => {
  await aPost(site, board, mina)
  await Promise.all(Array.from({ length: 50 }, () => press('add')))
  expect(await site.ctx.db('post_follows')).toHaveLength(1)
  const answer = await press('remove', '/free/1', { accept: 'application/json' })
  expect(await answer.json()).toEqual({ follow: { pressed: false, wish: 'add', count: null } })
  expect(await site.ctx.db('post_follows')).toEqual([])
  expect((await press('maybe')).status).toBe(400)
})

test('whose post it is, and a guest, are shown no button; a guest who sends the form is led to log in', async () => {
  await aPost(site, board, mina)
  expect((await mina.agent.get('/free/1')).has('#follow-form')).toBe(false)
  const guest = site.visitor()
  expect((await guest.get('/free/1')).has('#follow-form')).toBe(false)
  const sent = await guest.request('/free/1/follow', { method: 'POST', body: new URLSearchParams({ follow: 'add' }) })
  expect(sent.headers.get('location')).toMatch(/^\/login/)
  expect((await guest.request('/me/follows')).headers.get('location')).toBe('/login?returnTo=%2Fme%2Ffollows')
  expect(await site.ctx.db('post_follows')).toEqual([])
})

test('the list says where there are comments that one has not seen', async () => {
  await aPost(site, board, mina)
  await reader.agent.get('/free/1')
  await press('add')
  await expect.poll(() => site.ctx.db('post_reads')).toHaveLength(1)
  expect((await reader.agent.get('/me/follows')).has('.kept .badge')).toBe(false)
  await mina.agent.post('/free/1/comments', { body: '덧붙입니다' })
  const list = await reader.agent.get('/me/follows')
  expect([list.text('.kept .badge'), list.text('.kept .count')]).toEqual(['새 댓글', '[1]'])
  await reader.agent.get('/free/1')
  await expect.poll(async () => (await reader.agent.get('/me/follows')).has('.kept .badge')).toBe(false)
})

test('what one may not read any more is not listed, and cannot be followed', async () => {
  const post = await aPost(site, board, mina, { title: '숨겨질 글' })
  const secret = await aPost(site, board, mina, { title: '비밀 글' })
  for (const path of ['/free/1', '/free/2']) expect((await press('add', path)).status).toBe(303)
  expect(await titles()).toEqual(['비밀 글', '숨겨질 글'])
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, 'hidden', new Date()))
  await site.ctx.db('posts').where({ id: secret.id }).update({ secret: 1 })
  expect(await titles()).toEqual([])
  for (const path of ['/free/1', '/free/3', '/nowhere/1']) expect((await press('add', path)).status).toBe(404)
  // That there is one everybody sees in the list.
  expect((await press('add', '/free/2')).status).toBe(403)
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, 'visible', new Date()))
  expect(await titles()).toEqual(['숨겨질 글'])
})

test('the list goes on page by page, each beginning where the one before ended', async () => {
  for (let n = 1; n <= 35; n += 1) await aPost(site, board, mina, { title: `${n}번` })
  for (let n = 1; n <= 35; n += 1) await press('add', `/free/${n}`)
  const first = await reader.agent.get('/me/follows')
  expect(first.texts('.kept h2 a')).toHaveLength(30)
  expect(await titles(first.links().find((link) => link.includes('before=')))).toEqual(['5번', '4번', '3번', '2번', '1번'])
})

test('whoever tells the followers of a post finds each once, some at a time', async () => {
  const { id } = await aPost(site, board, mina)
  const people = [reader]
  for (let n = 1; n <= 4; n += 1) people.push(await aMember(site, `독자${n}`))
  for (const by of people) await press('add', '/free/1', {}, by)
  const first = await listFollowers(site.ctx.db, id, { after: 0, limit: 3 })
  const rest = await listFollowers(site.ctx.db, id, { after: first.at(-1) ?? 0, limit: 3 })
  expect([...first, ...rest]).toEqual(people.map(({ viewer }) => viewer.memberId))
})
