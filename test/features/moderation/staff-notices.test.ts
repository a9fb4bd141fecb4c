import { beforeEach, expect, test } from 'vitest'
import { up as announceNoticesOfStaff } from '../../../migrations/20261126_1101_announce_notices_of_staff.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { aPdf } from '../uploads/other-files.ts'
import { aFile } from '../uploads/pictures.ts'

const site = useSite()
let ask: Board
let mina: Person
let keeper: Person

beforeEach(async () => {
  ask = await aBoard(site, { slug: 'ask', consultation: true })
  mina = await aMember(site, '미나')
  keeper = await aMember(site, '지기', { moderates: [ask] })
})

const titles = async (who: Pick<Person, 'agent'>) => (await who.agent.get('/ask')).texts('.posts .t')
const status = async (who: Pick<Person, 'agent'>, path: string) => (await who.agent.request(path)).status
const aGuest = () => ({ agent: site.visitor() })

test('on a board for consultation a notice of those who keep order is read and answered by all, with its files', async () => {
  const sent = await keeper.agent.post(
    '/uploads?board=ask',
    { file: aFile(aPdf(), 'form.pdf', 'application/pdf') },
    { 'x-requested-with': 'fetch', accept: 'application/json' },
  )
  const { markdown, path } = JSON.parse(sent.body) as { markdown: string; path: string }
  await aPost(site, ask, keeper, { title: '상담 안내', body: markdown })
  for (const who of [mina, aGuest()]) {
    expect(await titles(who)).toEqual([])
    expect([await status(who, '/ask/1'), await status(who, path)]).toEqual([404, 404])
  }
  await keeper.agent.post('/ask/1/pin', { reason: '' })
  for (const who of [mina, aGuest()]) {
    expect(await titles(who)).toEqual(['상담 안내'])
    expect([await status(who, '/ask/1'), await status(who, path)]).toEqual([200, 200])
  }
  await mina.agent.post('/ask/1/bookmark', { bookmark: 'add' })
  expect((await mina.agent.get('/me/bookmarks')).body).toContain('상담 안내')
  expect((await mina.agent.post('/ask/1/comments', { body: '고맙습니다' })).status).toBe(200)
  await keeper.agent.post('/ask/1/unpin', { reason: '' })
  expect(await titles(mina)).toEqual([])
  expect([await status(mina, '/ask/1'), await status(mina, path)]).toEqual([404, 404])
  expect((await mina.agent.get('/me/bookmarks')).body).not.toContain('상담 안내')
})

test('what a member asked stays between them and those who keep order, whoever pins it', async () => {
  await aPost(site, ask, mina, { title: '미나의 고민' })
  const owner = await aMember(site, '주인', { level: 10 })
  for (const who of [keeper, owner]) {
    await who.agent.post('/ask/1/pin', { reason: '', everywhere: 'yes' })
    for (const other of [await aMember(site, `이웃 ${who.viewer.memberId}`), aGuest()]) {
      expect(await titles(other)).toEqual([])
      expect(await status(other, '/ask/1')).toBe(404)
    }
    expect(await titles(mina)).toEqual(['미나의 고민'])
    await who.agent.post('/ask/1/unpin', { reason: '' })
  }
})

test('a notice of an administrator, or of one who left the staff since, is one; deleted, hidden or secret it is nobody’s', async () => {
  const choosing = await aBoard(site, { slug: 'choose', consultation: true, secret: 'choice' })
  const owner = await aMember(site, '주인', { level: 10 })
  await aPost(site, ask, owner, { title: '주인의 공지' })
  await aPost(site, choosing, owner, { title: '주인만', secret: true })
  await keeper.agent.post('/ask/1/pin', { reason: '' })
  await owner.agent.post('/choose/1/pin', { reason: '' })
  await site.ctx.db('members').where({ id: owner.viewer.memberId }).update({ level: 2 })
  expect(await titles(mina)).toEqual(['주인의 공지'])
  expect((await mina.agent.get('/choose')).body).not.toContain('주인만')
  expect(await status(mina, '/choose/1')).toBe(404)
  await keeper.agent.post('/ask/1/hide', { reason: '잘못된 안내' })
  expect([await titles(mina), await status(mina, '/ask/1')]).toEqual([[], 404])
  await keeper.agent.post('/ask/1/restore', { reason: '' })
  expect(await titles(mina)).toEqual(['주인의 공지'])
  await keeper.agent.post('/ask/1/remove', { reason: '끝난 안내' })
  expect([await titles(mina), await status(mina, '/ask/1')]).toEqual([[], 404])
  expect(await site.ctx.db('posts').where({ announced: 1, boardId: ask.id })).toEqual([])
})

test('notices that stood before there was a note of it are taken for those of staff when staff wrote them', async () => {
  for (const author of [keeper, mina]) await aPost(site, ask, author, { title: author.viewer.nickname ?? '' })
  for (const number of [1, 2]) await keeper.agent.post(`/ask/${number}/pin`, { reason: '' })
  await site.ctx.db('posts').update({ announced: 0 })
  await announceNoticesOfStaff(site.ctx.db)
  expect(await titles(aGuest())).toEqual(['지기'])
})
