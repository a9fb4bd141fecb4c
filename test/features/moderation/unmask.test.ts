import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let owner: Person
let keeper: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'whisper', anonymous: true })
  owner = await aMember(site, '주인', { level: 10 })
  keeper = await aMember(site, '지기', { moderates: [board] })
  const mina = await aMember(site, '들키면안되는미나')
  const junho = await aMember(site, '들키면안되는준호')
  await aPost(site, board, mina, { title: '속마음', body: '말 못 한 이야기' })
  for (const [who, body] of [
    [junho, '저도 그래요'],
    [mina, '고맙습니다'],
    [junho, '힘내세요'],
  ] as const)
    await who.agent.submit(await who.agent.get('/whisper/1'), '#comment-form', { body })
})

const acts = () => site.ctx.db('moderation_actions').select('action', 'postId', 'commentId', 'memberId', 'reason')

test('who comments without a name is the same one all through the thread, and its author bears a mark', async () => {
  const page = await site.visitor().get('/whisper/1')
  expect(page.texts('.comment .who b')).toEqual(['익명 1', '익명', '익명 1'])
  expect(page.texts('.comment .badge')).toEqual(['글쓴이'])
  expect(page.body).not.toContain('들키면안되는')
})

test('an administrator who says why is told the name once; the log says that, and not the name', async () => {
  const ask = await owner.agent.get('/whisper/1/unmask')
  expect(ask.body).not.toContain('들키면안되는')
  const silent = await owner.agent.submit(ask, '#reason-form', { reason: ' ' })
  expect([silent.status, await acts()]).toEqual([422, []])
  const told = await owner.agent.submit(ask, '#reason-form', { reason: '수사 협조 요청' })
  expect([told.status, told.text('main b')]).toEqual([200, '들키면안되는미나'])
  const comment = await owner.agent.submit(await owner.agent.get('/whisper/1/comments/3/unmask'), '#reason-form', { reason: '욕설 신고' })
  expect(comment.text('main b')).toContain('들키면안되는준호')
  expect((await acts()).map(({ action, memberId, reason }) => [action, memberId, reason])).toEqual([
    ['unmask', null, '수사 협조 요청'],
    ['unmask', null, '욕설 신고'],
  ])
  for (const path of ['/console/moderation', '/whisper/1', '/whisper']) {
    const page = await owner.agent.get(path)
    expect([path, page.body.includes('들키면안되는')]).toEqual([path, false])
  }
  expect((await owner.agent.get('/console/moderation')).body).toContain('이름을 확인함')
})

test('nobody but administrators may ask, and where a name stands there is nothing to ask', async () => {
  expect((await site.visitor().get('/whisper/1/unmask')).path).toMatch(/^\/login/)
  for (const path of ['/whisper/1/unmask', '/whisper/1/comments/1/unmask']) {
    expect([path, (await keeper.agent.get(path)).status]).toEqual([path, 403])
    expect([path, (await keeper.agent.post(path, { reason: '궁금해서' })).status]).toEqual([path, 403])
  }
  expect((await keeper.agent.get('/whisper/1')).body).not.toContain('/unmask')
  const open = await aBoard(site, { slug: 'open' })
  await aPost(site, open, keeper)
  expect((await owner.agent.get('/open/1/unmask')).status).toBe(409)
  expect(await acts()).toEqual([])
})
