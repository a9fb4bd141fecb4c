import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let free: Board
let admin: Person
beforeEach(async () => {
  free = (await firstBoards(site)).free
  admin = await aMember(site, '관리하는사람', { level: 9 })
})

const rename = (from: string, slug: string) => admin.agent.post(`/console/boards/${from}`, { slug })
const where = async (path: string, agent = site.visitor()) => {
  const response = await agent.request(path)
  return [response.status, response.headers.get('location')]
}

test('a board that was renamed is found at its old address for ever, with page, post and question', async () => {
  const post = await aPost(site, free, admin)
  expect((await rename('free', 'talk')).path).toBe('/console/boards/talk')
  await rename('talk', 'chat')
  for (const old of ['free', 'talk']) {
    expect(await where(`/${old}`)).toEqual([301, '/chat'])
    expect(await where(`/${old}?page=2&sort=votes`)).toEqual([301, '/chat?page=2&sort=votes'])
    expect(await where(`/${old}/${post.number}?sort=votes`)).toEqual([301, `/chat/${post.number}?sort=votes`])
    expect(await where(`/feeds/${old}.xml`)).toEqual([301, '/feeds/chat.xml'])
    expect(await where(`/${old}/write`, admin.agent)).toEqual([301, '/chat/write'])
  }
  expect((await site.visitor().get(`/free/${post.number}`)).status).toBe(200)
  // What is sent is not sent on.
  expect((await admin.agent.post('/free/write', { title: '가', body: '나' })).status).toBe(404)
  const [act] = await site.ctx.db('moderation_actions').where({ action: 'rename-board' })
  expect(act).toMatchObject({ boardId: free.id, moderatorId: admin.viewer.memberId, reason: 'free → talk' })
})

test('nobody else takes an address that a board had; the board itself takes it back, and it leads nowhere else then', async () => {
  await rename('free', 'talk')
  const refused = await rename('science', 'free')
  expect([refused.status, refused.text('#about-slug')]).toEqual([422, expect.stringContaining('예전 주소')])
  const form = await admin.agent.get('/console/boards/new')
  expect((await admin.agent.submit(form, '#board-form', { slug: 'free', nameKo: '가', nameEn: 'a' })).status).toBe(422)
  await rename('talk', 'free')
  expect(await where('/talk')).toEqual([301, '/free'])
  expect(await where('/free')).toEqual([200, null])
  await rename('free', 'talk')
  expect(await where('/free')).toEqual([301, '/talk'])
  expect(await site.ctx.db('board_addresses').select('slug')).toEqual([{ slug: 'free' }])
})

test('of two who want the address that a third board is leaving, nobody gets it', async () => {
  const [left, ...others] = await Promise.all([rename('free', 'talk'), rename('science', 'free'), rename('notice', 'free')])
  const slugs = (await listAllBoards(site.ctx)).map(({ slug }) => slug).sort()
  expect(new Set(slugs).size).toBe(3)
  expect(left.status).toBe(200)
  expect(others.map(({ status }) => status)).toEqual([422, 422])
})

test('the old address of a board that one may not see leads nowhere', async () => {
  const staff = await aBoard(site, { slug: 'staff', listLevel: 9 })
  await aPost(site, staff, admin)
  await rename('staff', 'office')
  expect(await where('/staff')).toEqual([404, null])
  expect(await where('/staff/1')).toEqual([404, null])
  expect(await where('/staff/1', admin.agent)).toEqual([301, '/office/1'])
})

test('a post that moved is found by its old number, unless it may not be known that it is there', async () => {
  const { science } = await firstBoards(site)
  const post = await aPost(site, science, admin)
  await site.ctx.db('post_addresses').insert({ boardId: free.id, number: 77, postId: post.id })
  expect(await where('/free/77?a=b')).toEqual([301, '/science/1?a=b'])
  expect(await where('/free/78')).toEqual([404, null])
  await changePosts(site, { id: post.id }, { status: 'hidden' })
  expect(await where('/free/77')).toEqual([404, null])
  expect(await where('/free/77', admin.agent)).toEqual([301, '/science/1'])
})
