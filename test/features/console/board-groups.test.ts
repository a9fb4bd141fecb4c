import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let admin: Person
beforeEach(async () => {
  await firstBoards(site)
  admin = await aMember(site, '관리하는사람', { level: 9 })
})

async function aGroup(slug: string, fields: Record<string, string> = {}): Promise<number> {
  await admin.agent.submit(await admin.agent.get('/console/groups/new'), '#group-form', {
    slug,
    nameKo: `모둠 ${slug}`,
    nameEn: slug,
    ...fields,
  })
  return (await site.ctx.db('board_groups').where({ slug }).first('id'))?.id
}

test('groups are made, renamed and put in order; boards stand under theirs', async () => {
  const id = await aGroup('hobby')
  const page = await admin.agent.get('/console/boards')
  expect(page.texts('.console__group th a')).toEqual(['커뮤니티', '모둠 hobby'])
  expect(page.text('tbody:last-of-type')).toContain('게시판이 없습니다.')
  const taken = await admin.agent.submit(await admin.agent.get(`/console/groups/${id}`), '#group-form', { slug: 'community' })
  expect([taken.status, taken.text('#about-slug')]).toEqual([422, '이미 있는 식별자입니다.'])
  await admin.agent.post(`/console/groups/${id}`, { nameKo: '취미', level: '3' })
  expect(await site.ctx.db('board_groups').where({ id }).first()).toMatchObject({ slug: 'hobby', nameKo: '취미', level: 3, membersOnly: 0 })
  await admin.agent.post('/console/boards/science', { groupId: String(id) })
  await admin.agent.post(`/console/groups/${id}/up`, {})
  const after = await admin.agent.get('/console/boards')
  expect(after.texts('.console__group th a')).toEqual(['취미', '커뮤니티'])
  expect((await listAllBoards(site.ctx)).map(({ slug }) => slug)).toEqual(['science', 'notice', 'free'])
  const refused = await admin.agent.post(`/console/groups/${id}`, { nameKo: ' ', level: '0' })
  expect([refused.status, refused.text('#about-level')]).toEqual([422, expect.stringContaining('1부터 10까지')])
  const [act] = await site.ctx.db('moderation_actions').where({ action: 'move-board' })
  expect(act).toMatchObject({ moderatorId: admin.viewer.memberId })
})

test('a group is deleted when it has no boards, and the last one never', async () => {
  const id = await aGroup('hobby')
  await admin.agent.post('/console/boards/science', { groupId: String(id) })
  expect((await admin.agent.get(`/console/groups/${id}`)).has(`a[href="/console/groups/${id}/delete"]`)).toBe(false)
  expect((await admin.agent.post(`/console/groups/${id}/delete`, {})).status).toBe(409)
  const [first] = await site.ctx.db('board_groups').whereNot({ id }).select('id')
  await admin.agent.post('/console/boards/science', { groupId: String(first.id) })
  const gone = await admin.agent.submit(await admin.agent.get(`/console/groups/${id}/delete`), '#confirm-form')
  expect(gone.text('.flash')).toContain('지웠습니다')
  await site.ctx.db('boards').delete()
  expect((await admin.agent.post(`/console/groups/${first.id}/delete`, {})).status).toBe(409)
  expect(await site.ctx.db('board_groups')).toHaveLength(1)
})

const SECRET = 'canary-of-the-inner-circle'

/** Every page on which the text of a board might show. */
const places = [
  '/',
  '/inner',
  '/inner/1',
  '/inner/write',
  `/search?q=${SECRET}`,
  '/members/%EC%95%88%EC%AA%BD',
  '/new',
  '/popular',
  '/feeds/inner.xml',
  '/feeds/all.xml',
]
const seenBy = async (agent: Agent) => {
  const pages = await Promise.all(places.map(async (at) => ({ at, page: await agent.get(at) })))
  return pages
    .filter(({ page }) => page.status === 200 && page.body.replaceAll(`value="${SECRET}"`, '').includes(`${SECRET}-told`))
    .map(({ at }) => at)
}

test('the boards of a group with a list are there for who is listed, and nowhere for others', async () => {
  const id = await aGroup('circle', { membersOnly: 'yes' })
  const inner = await aBoard(site, { slug: 'inner', nameKo: `${SECRET}-told`, groupId: id, readLevel: 1, writeLevel: 2 })
  const inside = await aMember(site, '안쪽')
  const outside = await aMember(site, '바깥')
  const author = await aMember(site, '글쓴이')
  await aPost(
    site,
    inner,
    { ...author, viewer: { ...author.viewer, groups: new Set([id]) } },
    { title: `${SECRET}-told`, body: `${SECRET}-told` },
  )
  const unknown = await admin.agent.post(`/console/groups/${id}/members`, { nickname: '없는사람' })
  expect([unknown.status, unknown.text('#about-nickname')]).toEqual([422, expect.stringContaining('그런 별명')])
  const added = await admin.agent.submit(unknown, '#member-form', { nickname: '안쪽' })
  expect(added.texts('.console__people a')).toEqual(['안쪽'])

  for (const agent of [site.visitor(), outside.agent]) {
    expect(await seenBy(agent)).toEqual([])
    expect((await agent.get('/inner')).status).toBe(404)
    expect((await agent.get('/inner/1')).status).toBe(404)
  }
  expect((await outside.agent.post('/inner/write', { title: '들어가기', body: '본문' })).status).toBe(404)
  expect((await outside.agent.post('/inner/1/comments', { body: '들어가기' })).status).toBe(404)
  expect(await seenBy(inside.agent)).toEqual(expect.arrayContaining(['/', '/inner', '/inner/1']))
  expect((await inside.agent.get('/inner/write')).status).toBe(200)
  expect(await seenBy(admin.agent)).toEqual(expect.arrayContaining(['/inner', '/inner/1']))

  await admin.agent.submit(await admin.agent.get(`/console/groups/${id}`), '.console__people form')
  expect(await seenBy(inside.agent)).toEqual([])
  await admin.agent.post(`/console/groups/${id}`, { membersOnly: 'no', level: '3' })
  expect((await inside.agent.get('/inner')).status).toBe(404)
  await admin.agent.post(`/console/groups/${id}`, { level: '2' })
  expect((await inside.agent.get('/inner')).status).toBe(200)
  expect((await site.visitor().get('/inner')).status).toBe(404)
})

test('groups are for administrators', async () => {
  const id = await aGroup('hobby')
  const member = await aMember(site, '회원')
  for (const at of ['new', `${id}`, `${id}/delete`]) expect((await member.agent.get(`/console/groups/${at}`)).status).toBe(403)
  for (const at of ['new', `${id}`, `${id}/up`, `${id}/members`, `${id}/members/remove`, `${id}/delete`])
    expect((await member.agent.post(`/console/groups/${at}`, { nickname: '회원' })).status).toBe(403)
  expect((await admin.agent.get('/console/groups/999')).status).toBe(404)
  expect((await admin.agent.post('/console/groups/999/members', { nickname: '회원' })).status).toBe(404)
})
