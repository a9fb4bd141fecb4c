import { expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import { aMember, firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const setUp = async () => ({ boards: await firstBoards(site), admin: await aMember(site, '관리하는사람', { level: 9 }) })

test('an administrator makes a board, and it stands last in the menu', async () => {
  const { admin } = await setUp()
  const form = await admin.agent.get('/console/boards/new')
  expect(form.status).toBe(200)
  expect(form.text('#about-pageSize')).toContain('기본값: 20')
  const after = await admin.agent.submit(form, '#board-form', { slug: 'photo', nameKo: '사진', nameEn: 'Photos', pageSize: '30' })
  expect(after.path).toBe('/console/boards')
  expect(after.text('.flash')).toContain('사진을 만들었습니다.')
  expect(after.texts('tbody tr > td:first-child')).toEqual(['공지사항', '자유게시판', 'IT/과학기사', '사진'])
  const board = (await listAllBoards(site.ctx)).at(-1)
  expect(board).toMatchObject({ slug: 'photo', pageSize: 30, writeLevel: 2, newHours: 24 })
  expect((await site.visitor().get('/photo')).status).toBe(200)
})

test('an address that is taken, reserved or badly shaped is explained beside its field, and nothing typed is lost', async () => {
  const { admin } = await setUp()
  for (const [slug, says] of [
    ['search', '사이트가 쓰는 주소'],
    ['Photo!', '영문 소문자로'],
  ] as const) {
    const form = await admin.agent.get('/console/boards/new')
    const again = await admin.agent.submit(form, '#board-form', { slug, nameKo: '사진', nameEn: 'Photos', newHours: '999' })
    expect(again.status).toBe(422)
    expect(again.text('#about-slug')).toContain(says)
    expect(again.text('#about-newHours')).toContain('720')
    expect(again.root.querySelector('#field-nameKo')?.getAttribute('value')).toBe('사진')
  }
  const taken = await admin.agent.submit(await admin.agent.get('/console/boards/new'), '#board-form', {
    slug: 'free',
    nameKo: '가',
    nameEn: 'a',
  })
  expect(taken.text('#about-slug')).toContain('이미 있는 게시판')
  expect(await listAllBoards(site.ctx)).toHaveLength(3)
})

test('what the form does not show does not change, whatever is sent along', async () => {
  const { admin, boards } = await setUp()
  const form = await admin.agent.get('/console/boards/science')
  const after = await admin.agent.submit(form, '#board-form', {
    nameKo: '과학',
    position: '-5',
    id: '999',
    createdAt: '2000-01-01',
    groupId: String(boards.science.groupId),
  })
  expect(after.text('h1')).toBe('과학')
  const changed = (await listAllBoards(site.ctx)).find(({ slug }) => slug === 'science')
  expect(changed).toEqual({ ...boards.science, nameKo: '과학' })
  const stranger = await admin.agent.submit(await admin.agent.get('/console/boards/science'), '#board-form', { groupId: '4040' })
  expect(stranger.status).toBe(422)
})

test('boards move up and down, and stay where they are at the ends', async () => {
  const { admin } = await setUp()
  const order = async () => (await admin.agent.get('/console/boards')).texts('tbody tr > td:first-child')
  await admin.agent.post('/console/boards/science/up', {})
  expect(await order()).toEqual(['공지사항', 'IT/과학기사', '자유게시판'])
  await admin.agent.post('/console/boards/notice/up', {})
  await admin.agent.post('/console/boards/notice/down', {})
  expect(await order()).toEqual(['IT/과학기사', '공지사항', '자유게시판'])
})

test('a board moves to a group that an administrator made', async () => {
  const { admin, boards } = await setUp()
  const taken = await admin.agent.submit(await admin.agent.get('/console/groups/new'), '#group-form', {
    slug: 'community',
    nameKo: '가',
    nameEn: 'a',
  })
  expect([taken.status, taken.text('#about-slug')]).toEqual([422, '이미 있는 식별자입니다.'])
  expect((await admin.agent.get('/console/boards/science')).has('#field-groupId')).toBe(false)
  await admin.agent.submit(taken, '#group-form', { slug: 'hobby', nameKo: '취미', nameEn: 'Hobbies' })
  const group = await site.ctx.db('board_groups').where({ slug: 'hobby' }).first('id')
  await admin.agent.submit(await admin.agent.get('/console/boards/notice'), '#board-form', { groupId: String(group.id) })
  const now = await listAllBoards(site.ctx)
  expect(now.map(({ slug }) => slug)).toEqual(['free', 'science', 'notice'])
  expect(now.at(-1)).toEqual({ ...boards.notice, groupId: group.id, position: 4 })
})

test('a member becomes a moderator of one board by nickname, and stops being one', async () => {
  const { admin } = await setUp()
  const mina = await aMember(site, '미나리')
  expect((await mina.agent.get('/console/moderation')).status).not.toBe(200)
  const unknown = await admin.agent.submit(await admin.agent.get('/console/boards/free'), '#moderator-form', { nickname: '없는사람' })
  expect(unknown.status).toBe(422)
  expect(unknown.text('#about-nickname')).toContain('그런 별명')
  expect(unknown.root.querySelector('#field-nickname')?.getAttribute('value')).toBe('없는사람')
  const added = await admin.agent.submit(unknown, '#moderator-form', { nickname: ' 미나리 ' })
  expect(added.texts('.console__people a')).toEqual(['미나리'])
  expect((await mina.agent.get('/console/moderation')).status).toBe(200)
  await admin.agent.submit(added, '#moderator-form', { nickname: '미나리' })
  const removed = await admin.agent.submit(await admin.agent.get('/console/boards/free'), '.console__people form')
  expect(removed.has('.console__people')).toBe(false)
  expect((await mina.agent.get('/console/moderation')).status).not.toBe(200)
})
