import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const STUB = '비밀 댓글입니다.'

let board: Board
let seller: Person
let buyer: Person
let passer: Person
let path: string

beforeEach(async () => {
  board = await aBoard(site, { slug: 'stalls', secretComments: true })
  seller = await aMember(site, '판매자')
  buyer = await aMember(site, '구매자')
  passer = await aMember(site, '행인')
  path = `/stalls/${(await aPost(site, board, seller)).number}`
})

const say = (who: Person, fields: Record<string, string>) => who.agent.post(`${path}/comments`, fields)
const confide = async () => say(buyer, { body: '연락처 남깁니다', secret: 'yes' })
const stored = () => site.ctx.db('comments').orderBy('number').select('number', 'secret', 'body')
const change = (fields: object) =>
  site.ctx
    .db('boards')
    .where({ id: board.id })
    .update(fields)
    .then(() => site.ctx.memory.forget('boards'))

test('a member ticks the box, and only those concerned read what they wrote', async () => {
  const after = await buyer.agent.submit(await buyer.agent.get(path), '#comment-form', { body: '연락처 남깁니다', secret: 'yes' })
  expect(after.text('#comment-1 .said')).toBe('연락처 남깁니다')
  expect(after.text('#comment-1 .badge')).toBe('비밀')
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const owner = await aMember(site, '주인', { level: 10 })
  for (const who of [seller, moderator, owner]) expect((await who.agent.get(path)).text('#comment-1 .said')).toBe('연락처 남깁니다')
  const elsewhere = await aMember(site, '딴지기', { moderates: [await aBoard(site, { slug: 'other' })] })
  for (const agent of [passer.agent, elsewhere.agent, site.visitor()]) {
    const page = await agent.get(path)
    expect([page.text('#comment-1'), page.text('#comments-heading b'), page.body.includes('구매자')]).toEqual([STUB, '1', false])
  }
})

test('a comment without the tick is for everyone', async () => {
  await buyer.agent.submit(await buyer.agent.get(path), '#comment-form', { body: '얼마인가요?' })
  expect((await site.visitor().get(path)).text('#comment-1 .said')).toBe('얼마인가요?')
})

test('a reply to a secret one begins secret, and whom it answers reads it', async () => {
  await confide()
  const form = await seller.agent.get(`${path}/comments/write?parent=1`)
  expect(form.root.querySelector('[name=secret]')?.hasAttribute('checked')).toBe(true)
  await seller.agent.submit(form, '#comment-form', { body: '문자 드렸어요', secret: 'yes' })
  // From a page that knows nothing of secrets.
  await say(seller, { body: '내일 뵐게요', parent: '1' })
  expect((await stored()).map(({ secret }) => secret)).toEqual([1, 1, 1])
  expect((await buyer.agent.get(path)).texts('.comment .said')).toEqual(['연락처 남깁니다', '문자 드렸어요', '내일 뵐게요'])
  expect((await passer.agent.get(path)).texts('.comment > :not(button)')).toEqual([STUB, STUB, STUB])
})

test('who wants to answer a secret one openly may, and gives no name away', async () => {
  await confide()
  await seller.agent.submit(await seller.agent.get(`${path}/comments/write?parent=1`), '#comment-form', { body: '팔렸습니다', secret: '' })
  await say(seller, { body: '모두 고맙습니다', parent: '2' })
  await say(seller, { body: '또 올릴게요', parent: '1', secretAsked: 'yes' })
  const page = await passer.agent.get(path)
  expect(page.texts('.comment .said')).toEqual(['팔렸습니다', '모두 고맙습니다', '또 올릴게요'])
  expect(page.body).not.toContain('구매자')
})

test('below a secret reply whom it answers is named to those concerned alone', async () => {
  await say(passer, { body: '질문 있어요' })
  await say(buyer, { body: '저만 아는 답', parent: '1', secret: 'yes' })
  await say(passer, { body: '고마워요', parent: '2', secretAsked: 'yes' })
  expect((await passer.agent.get(path)).text('#comment-3 .comment__answers')).toBe('구매자님에게 답글')
  expect((await site.visitor().get(path)).has('#comment-3 .comment__answers')).toBe(false)
})

test('who may not read it can neither answer, report, change nor delete it', async () => {
  await confide()
  expect((await passer.agent.get(`${path}/comments/write?parent=1`)).body).not.toContain('연락처')
  const answer = await say(passer, { body: '뭐라고 했어요?', parent: '1' })
  expect([answer.status, answer.body.includes('연락처')]).toEqual([409, false])
  for (const act of ['report', 'edit', 'delete', 'undelete', 'hide', 'restore', 'accept', 'pin', 'vote', 'history', 'unmask']) {
    const page = await passer.agent.get(`${path}/comments/1/${act}`)
    const sent = await passer.agent.post(`${path}/comments/1/${act}`, {
      reason: 'abuse',
      body: '바꿈',
      version: '1',
      accept: 'yes',
      pin: 'yes',
      vote: 'up',
    })
    for (const { status, body } of [page, sent])
      expect([act, [403, 404].includes(status), body.includes('연락처')]).toEqual([act, true, false])
  }
  expect([await stored(), await site.ctx.db('reports')]).toEqual([[{ number: 1, secret: 1, body: '연락처 남깁니다' }], []])
})

test('its author makes it open, and an open one secret', async () => {
  await confide()
  const form = await buyer.agent.get(`${path}/comments/1/edit`)
  expect(form.root.querySelector('[name=secret]')?.hasAttribute('checked')).toBe(true)
  await buyer.agent.submit(form, '#comment-form', { body: '이제 모두에게', secret: '' })
  expect((await passer.agent.get(path)).text('#comment-1 .said')).toBe('이제 모두에게')
  await buyer.agent.submit(await buyer.agent.get(`${path}/comments/1/edit`), '#comment-form', { body: '다시 비밀', secret: 'yes' })
  expect((await passer.agent.get(path)).text('#comment-1')).toBe(STUB)
})

test('words that were secret once stay so in the history of what was opened', async () => {
  await change({ history: 'everyone' })
  await confide()
  for (const [body, secret] of [
    ['팔렸나요?', ''],
    ['다시 팔렸나요?', ''],
  ] as const)
    await buyer.agent.submit(await buyer.agent.get(`${path}/comments/1/edit`), '#comment-form', { body, secret })
  const open = await passer.agent.get(`${path}/comments/1/history`)
  expect([open.status, open.body.includes('팔렸나요'), open.body.includes('연락처')]).toEqual([200, true, false])
  expect((await seller.agent.get(`${path}/comments/1/history`)).body).toContain('연락처')
})

test('where a board takes none a wish for it is told, never published instead', async () => {
  const open = await buyer.agent.get(path)
  await change({ secretComments: 0 })
  const refused = await buyer.agent.submit(open, '#comment-form', { body: '우리끼리만', secret: 'yes' })
  expect([refused.status, refused.text('#comment-body'), refused.has('[name=secret]')]).toEqual([409, '우리끼리만', false])
  expect(refused.text('.error')).toContain('비밀 댓글을 받지 않습니다')
  expect(await stored()).toEqual([])
  await buyer.agent.submit(refused, '#comment-form', {})
  expect((await passer.agent.get(path)).text('#comment-1 .said')).toBe('우리끼리만')
})

test('what is secret stays so, and is answered so, when its board takes no more', async () => {
  await confide()
  await change({ secretComments: 0 })
  expect((await passer.agent.get(path)).text('#comment-1')).toBe(STUB)
  const page = await seller.agent.get(path)
  expect([page.has('#comment-form [name=secret]'), page.text('#comment-1 .said')]).toEqual([false, '연락처 남깁니다'])
  await seller.agent.submit(await seller.agent.get(`${path}/comments/write?parent=1`), '#comment-form', { body: '네', secret: 'yes' })
  await buyer.agent.submit(await buyer.agent.get(`${path}/comments/1/edit`), '#comment-form', { body: '번호가 바뀌었어요', secret: 'yes' })
  expect((await passer.agent.get(path)).texts('.comment > :not(button)')).toEqual([STUB, STUB])
})

test('a secret answer is accepted by nobody, and an accepted one that becomes secret is accepted no more', async () => {
  await change({ look: 'qna' })
  await confide()
  expect((await seller.agent.post(`${path}/comments/1/accept`, { accept: 'yes' })).status).toBe(403)
  await say(buyer, { body: '이렇게 하세요' })
  await seller.agent.post(`${path}/comments/2/accept`, { accept: 'yes' })
  expect((await passer.agent.get(path)).has('#accepted')).toBe(true)
  await buyer.agent.submit(await buyer.agent.get(`${path}/comments/2/edit`), '#comment-form', { secret: 'yes' })
  const page = await passer.agent.get(path)
  expect([page.has('#accepted'), page.body.includes('이렇게 하세요')]).toEqual([false, false])
})

test('a refused secret comment is secret still in what was kept of it', async () => {
  const refused = await say(buyer, { body: '가'.repeat(2_001), secret: 'yes', secretAsked: 'yes' })
  expect(refused.root.querySelector('[name=secret]')?.hasAttribute('checked')).toBe(true)
  const draft = (await buyer.agent.get('/me/drafts')).links().find((link) => link.includes('draft='))
  expect((await buyer.agent.get(draft ?? '')).root.querySelector('[name=secret]')?.hasAttribute('checked')).toBe(true)
})
