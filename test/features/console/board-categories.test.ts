import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { leaveCategory } from '../../../src/features/posts/category-posts.service.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { changeListing } from '../../../src/features/posts/lists/page-index.repository.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { tellSubscribers } from '../../../src/subscribers.ts'
import { aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { countAnew } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let free: Board
let admin: Person
beforeEach(async () => {
  free = (await firstBoards(site)).free
  admin = await aMember(site, '관리하는사람', { level: 9 })
})

const path = '/console/boards/free/categories'
const categories = async () => (await listAllBoards(site.ctx)).find(({ slug }) => slug === 'free')!.categories
const make = async (nameKo: string, more: Record<string, string> = {}) =>
  admin.agent.submit(await admin.agent.get(path), '#category-form', { nameKo, nameEn: nameKo, ...more })
const named = async (nameKo: string) => (await categories()).find((category) => category.nameKo === nameKo)!

test('categories are made, stand in order, and show their colour, level and number of posts', async () => {
  expect((await admin.agent.get(path)).text('.empty')).toContain('아직 분류가 없습니다')
  await make('질문', { color: 'blue' })
  const page = await make('알림', { color: 'red', writeLevel: '9' })
  expect(page.texts('tbody .category')).toEqual(['질문', '알림'])
  expect(page.has('.category--red')).toBe(true)
  const post = await aPost(site, free, admin)
  await site.ctx.db.transaction(async (trx) => changeListing(trx, post.id, { categoryId: (await named('알림')).id }))
  await admin.agent.post(`${path}/${(await named('알림')).id}/up`, {})
  const after = await admin.agent.get(path)
  expect(after.texts('tbody tr td:nth-child(1)')).toEqual(['알림', '질문'])
  expect(after.texts('tbody tr td:nth-child(2)')).toEqual(['9 관리자', '1 손님'])
  expect(after.texts('tbody tr td:nth-child(3)')).toEqual(['1', '0'])
  expect((await admin.agent.get('/console/boards/free')).root.querySelector(`a[href="${path}"]`)).not.toBeNull()
})

test('a category is renamed and recoloured; names are needed, not too long, and one of a kind', async () => {
  await make('질문')
  await make('잡담')
  const one = `${path}/${(await named('질문')).id}`
  const form = await admin.agent.get(one)
  await admin.agent.submit(form, '#category-form', { nameKo: '물음', nameEn: 'Questions', color: 'green', writeLevel: '3' })
  expect(await named('물음')).toMatchObject({ nameEn: 'Questions', color: 'green', writeLevel: 3, position: 1 })
  for (const [fields, at, says] of [
    [{ nameKo: '잡담' }, 'nameKo', '같은 이름'],
    [{ nameKo: ' ' }, 'nameKo', '이름을 적어'],
    [{ nameEn: 'x'.repeat(31) }, 'nameEn', '30자'],
    [{ color: 'pink' }, 'color', '골라'],
    [{ writeLevel: '11' }, 'writeLevel', '1부터 10까지'],
  ] as const) {
    const again = await admin.agent.submit(form, '#category-form', fields)
    expect([again.status, again.text(`#about-${at}`)]).toEqual([422, expect.stringContaining(says)])
  }
  expect((await make('물음')).status).toBe(422)
  expect(await categories()).toHaveLength(2)
})

test('of twenty who make a category of one name at once, one does', async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, () => admin.agent.post(path, { nameKo: '하나', nameEn: 'One', color: 'grey', writeLevel: '1' })),
  )
  expect(made.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await categories()).toHaveLength(1)
})

test('a deleted category is asked about first; its posts stay, without it, and every count is right', async () => {
  await make('질문')
  const { id } = await named('질문')
  const posts: Post[] = []
  for (let n = 0; n < 3; n += 1) posts.push(await aPost(site, free, admin))
  await site.ctx.db.transaction(async (trx) => {
    for (const post of posts) await changeListing(trx, post.id, { categoryId: id })
  })
  const ask = await admin.agent.get(`${path}/${id}/delete`)
  expect(ask.text('.console__facts-list')).toContain('글 3개는 분류 없는 글로')
  expect(await categories()).toHaveLength(1)
  const after = await admin.agent.submit(ask, '#confirm-form')
  expect([after.path, after.text('.flash')]).toEqual([path, expect.stringContaining('질문 분류를 지웠습니다')])
  expect(await site.ctx.db('posts').whereNotNull('categoryId')).toEqual([])
  const differences = []
  for await (const difference of findDifferences(site.ctx)) differences.push(difference)
  expect(differences).toEqual([])
  expect((await admin.agent.get(`${path}/${id}/delete`)).status).toBe(404)
})

test('what the administrator did not wait for is done by the worker, also when it was stopped midway', async () => {
  await make('질문')
  const { id } = await named('질문')
  const made = await aPost(site, free, admin)
  const { listed, unanswered, popular, shownAuthorId, ...row } = await site.ctx.db('posts').where({ id: made.id }).first()
  const many = Array.from({ length: 1_150 }, (_, n) => ({ ...row, id: row.id + n + 1, number: n + 2, categoryId: id }))
  await site.ctx.db('posts').insert(many)
  await countAnew(site)
  await admin.agent.submit(await admin.agent.get(`${path}/${id}/delete`), '#confirm-form')
  const left = async () => (await site.ctx.db('posts').where({ categoryId: id })).length
  expect(await left()).toBe(650)
  await leaveCategory(site.ctx, id, 300)
  await relayOutbox(site.ctx, (event, payload) => tellSubscribers(site.ctx, event, payload))
  expect(await left()).toBe(0)
  const blocks = await site.ctx.db('list_blocks').where({ list: `category:${id}` })
  expect(blocks.filter(({ listedCount }) => listedCount !== 0)).toEqual([])
})

test('categories are edited by administrators alone', async () => {
  await make('질문')
  const keeper = await aMember(site, '지기', { moderates: [free] })
  const one = `${path}/${(await named('질문')).id}`
  for (const at of [path, one, `${one}/delete`]) expect((await keeper.agent.get(at)).status).toBe(403)
  for (const at of [path, one, `${one}/delete`, `${one}/up`]) expect((await keeper.agent.post(at, { nameKo: '가' })).status).toBe(403)
  expect((await admin.agent.get(`${path}/999`)).status).toBe(404)
  expect((await admin.agent.get(one.replace('free', 'notice'))).status).toBe(404)
})
