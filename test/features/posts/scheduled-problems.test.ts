import { beforeEach, expect, test } from 'vitest'
import { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { updateBoard } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { deleteBoard, mergeBoards } from '../../../src/features/console/merge-boards.service.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { planner } from './scheduled.ts'

const site = useSite()
const { at, plan, wait, rows, titles, list } = planner(site)
let board: Board
let mina: Person
let owner: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, '미나')
  owner = await aMember(site, '주인', { level: 10 })
})

const setUp = (change: Partial<BoardForm>) => updateBoard(site.ctx, owner.viewer, board, BoardForm.parse({ ...board, ...change }))
const setMember = (change: Record<string, unknown>) => site.ctx.db('members').where({ id: mina.viewer.memberId }).update(change)

test('of a member who was suspended it stays, says so, and is theirs to publish afterwards', async () => {
  await plan(mina)
  await setMember({ status: 'suspended' })
  expect([await wait(2), await titles()]).toEqual([0, []])
  await setMember({ status: 'active' })
  expect([await wait(1), await list(mina)]).toEqual([0, [expect.stringMatching(/올리지 못했습니다.*정지되어/)]])
  const [post] = await rows()
  expect((await mina.agent.post(`/me/scheduled/${post!.id}/publish`, {})).path).toBe('/free/1')
  expect(await titles()).toEqual(['내일 아침'])
})

test('of one who may not write there any more it stays; with the right back, another time can be chosen', async () => {
  await plan(mina)
  await setUp({ writeLevel: 5 })
  expect(await wait(2)).toBe(0)
  const page = await mina.agent.get('/me/scheduled')
  expect([page.text('.kept'), page.links().some((path) => path.startsWith('/free/write'))]).toEqual([
    expect.stringContaining('권한이 없었습니다'),
    false,
  ])
  const [post] = await rows()
  const refused = await mina.agent.post(`/me/scheduled/${post!.id}/publish`, {})
  expect([refused.path, refused.text('.flash')]).toEqual([`/me/scheduled/${post!.id}`, expect.stringContaining('올리지 못했습니다')])
  await setUp({ writeLevel: 2 })
  await mina.agent.submit(await mina.agent.get(`/free/write?scheduled=${post!.id}`), '#post-form', { publishAt: at(1) })
  expect([await wait(2), await titles()]).toEqual([1, ['내일 아침']])
})

test('of a board that is gone the words are still there, and its name is told to nobody', async () => {
  await plan(mina)
  await deleteBoard(site.ctx, owner.viewer, board)
  expect(await wait(2)).toBe(0)
  const [item] = await list(mina)
  expect(item).toMatch(/볼 수 없는 게시판.*게시판이 없어졌습니다/)
  const [post] = await rows()
  const page = await mina.agent.get(`/me/scheduled/${post!.id}`)
  expect([page.status, page.text('#source')]).toEqual([200, '내일의 이야기입니다.'])
})

test('with a board that is merged it goes into the other', async () => {
  const into = await aBoard(site, { slug: 'other' })
  await plan(mina)
  expect(await mergeBoards(site.ctx, owner.viewer, { from: board, into })).toBe('done')
  expect([await wait(2), (await site.visitor().get('/other')).texts('.t')]).toEqual([1, ['내일 아침']])
})

test('where the board’s rules have changed, its form says what is missing', async () => {
  await plan(mina)
  await setUp({ bodyMin: 50 })
  expect([await wait(2), (await list(mina))[0]]).toEqual([0, expect.stringContaining('규칙이 바뀌었습니다')])
  const [post] = await rows()
  const sent = await mina.agent.submit(await mina.agent.get(`/free/write?scheduled=${post!.id}`), '#post-form', { publishAt: at(1) })
  expect([sent.status, sent.text('#error-body')]).toEqual([422, expect.stringContaining('50자')])
})

test('where posts wait for approval it waits as others do', async () => {
  await plan(mina)
  await setUp({ approval: true })
  expect([await wait(2), await titles(), (await mina.agent.get('/free/1')).text('.post .alert')]).toEqual([
    1,
    [],
    expect.stringContaining('승인을 기다리는'),
  ])
})

test('a time that is none, is past or is too far away is said beside the field, and the text stays', async () => {
  for (const [publishAt, said] of [
    ['', '정해 주세요'],
    ['내일', '있는 날짜'],
    ['2027-02-30T09:00', '있는 날짜'],
    [at(-1), '지난 시각'],
    [at(24 * 400), '1년 안'],
  ]) {
    const page = await plan(mina, { publishAt: publishAt! })
    expect([page.status, page.text('#error-publishAt'), page.text('#field-body')]).toEqual([
      422,
      expect.stringContaining(said!),
      '내일의 이야기입니다.',
    ])
  }
  expect(await rows()).toEqual([])
})

test('a member plans thirty at a time; what is over that is refused with its text', async () => {
  await plan(mina)
  const [first] = await rows()
  const { id: _, ...row } = first!
  await site.ctx.db('scheduled_posts').insert(Array.from({ length: 28 }, () => row))
  const pages = await Promise.all(Array.from({ length: 4 }, (_, index) => plan(mina, { title: `더 ${index}` })))
  expect(pages.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422])
  // What the one that was taken has to say may stand above it: they share a browser.
  expect(
    pages
      .find(({ status }) => status === 422)
      ?.texts('.flash')
      .join(),
  ).toContain('30개까지')
  expect(await rows()).toHaveLength(30)
})

test('one that nobody can publish holds up no other', async () => {
  await plan(mina, { title: '막힌 글' })
  await plan(mina, { title: '다음 글' })
  const [first] = await rows()
  await site.ctx.db('scheduled_posts').where({ id: first!.id }).update({ fields: '{broken' })
  expect([await wait(2), await titles()]).toEqual([1, ['다음 글']])
  for (let run = 0; run < 5; run += 1) await wait(0.01)
  expect((await rows())[0]).toMatchObject({ state: 'failed', problem: 'unknown' })
})
