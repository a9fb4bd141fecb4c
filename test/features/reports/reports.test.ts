import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { setPostStatus } from '../../../src/features/posts/posts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { countAnew } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let post: Post
let mina: Person
let reader: Person
let moderator: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', nameKo: '자유게시판' })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
  moderator = await aMember(site, '지기', { moderates: [board] })
  post = await aPost(site, board, mina, { title: '싸게 팝니다' })
  await createComment(site.ctx, mina.viewer, { board, post }, { body: '전화 주세요' })
})

const report = async (person: Person, path: string, fields: Record<string, string>) =>
  person.agent.submit(await person.agent.get(path), '#report-form', fields)
const waiting = async (person = moderator) => (await person.agent.get('/console/reports')).texts('.kept > li')

test('a member reports a post and is thanked; who keeps the board in order sees why', async () => {
  const page = await reader.agent.get('/free/1')
  expect(page.links()).toContain('/free/1/report')
  const thanked = await report(reader, '/free/1/report', { reason: 'spam', note: '같은 글을 열 번째 올립니다' })
  expect([thanked.path, thanked.text('.flash')]).toEqual(['/free/1', expect.stringContaining('신고해 주셔서 고맙습니다')])
  const other = await aMember(site, '셋째')
  await report(other, '/free/1/report', { reason: 'abuse', note: '' })
  const [line] = await waiting()
  expect(line).toMatch(/싸게 팝니다 글 자유게시판 mina 신고 2건 .* 광고·도배 1 욕설·혐오 1 같은 글을 열 번째 올립니다/)
  expect(line).not.toContain('수호')
})

test('a comment is reported by its own link, and stands in the list with its words', async () => {
  const page = await reader.agent.get('/free/1')
  expect(page.links()).toContain('/free/1/comments/1/report')
  const thanked = await report(reader, '/free/1/comments/1/report', { reason: 'privacy', note: '' })
  expect(thanked.redirects).toEqual(['/free/1/comments/1', '/free/1#comment-1'])
  expect((await waiting())[0]).toMatch(/싸게 팝니다 댓글 자유게시판 mina 신고 1건 .* 전화 주세요 개인정보 노출 1/)
})

test('a reason must be chosen, and “other” explained; what was typed stays', async () => {
  const refused = await report(reader, '/free/1/report', { note: '메모' })
  expect([refused.status, refused.text('#reason-error'), refused.text('#note')]).toEqual([422, '사유를 골라 주세요.', '메모'])
  const other = await report(reader, '/free/1/report', { reason: 'other', note: ' ' })
  expect([other.status, other.text('#note-help')]).toEqual([422, '무엇이 문제인지 한 줄 적어 주세요.'])
  expect(other.has('input[value="other"][checked]')).toBe(true)
  expect(await site.ctx.db('reports')).toHaveLength(0)
})

test('each member reports a thing once, however often they press', async () => {
  await Promise.all(Array.from({ length: 10 }, () => reader.agent.post('/free/1/report', { reason: 'spam', note: '' })))
  expect(await site.ctx.db('reports')).toHaveLength(1)
  const again = await reader.agent.get('/free/1/report')
  expect([again.has('#report-form'), again.text('.talk p:nth-of-type(2)')]).toEqual([false, expect.stringContaining('이미 신고하셨습니다')])
})

test('nobody reports their own words, a guest logs in first, and what is away is not there', async () => {
  expect((await mina.agent.get('/free/1')).links()).not.toContain('/free/1/report')
  expect((await mina.agent.get('/free/1/report')).status).toBe(403)
  expect((await mina.agent.post('/free/1/comments/1/report', { reason: 'spam' })).status).toBe(403)
  expect((await site.visitor().request('/free/1/report')).headers.get('location')).toBe('/login?returnTo=%2Ffree%2F1%2Freport')
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, 'hidden', new Date()))
  expect((await reader.agent.get('/free/1/report')).status).toBe(404)
  expect((await reader.agent.post('/free/1/report', { reason: 'spam' })).status).toBe(404)
})

test('a hidden comment shows nobody its words by way of a report', async () => {
  await site.ctx.db('comments').update({ status: 'hidden' })
  await countAnew(site)
  for (const page of [await reader.agent.get('/free/1/comments/1/report'), await reader.agent.post('/free/1/comments/1/report', {})]) {
    expect([page.status, page.body.includes('전화 주세요')]).toEqual([403, false])
  }
})

test('dealt with is dealt with once, is kept in the log, and only by those who keep that board in order', async () => {
  await report(reader, '/free/1/report', { reason: 'spam', note: '' })
  const elsewhere = await aMember(site, '딴지기', { moderates: [await aBoard(site, { slug: 'other' })] })
  expect([await waiting(elsewhere), (await reader.agent.get('/console/reports')).status]).toEqual([[], 403])
  expect((await elsewhere.agent.post(`/console/reports/${post.id}/0/close`, {})).status).toBe(404)
  const page = await moderator.agent.get('/console/reports')
  const closed = await moderator.agent.submit(page, '.kept form')
  expect([closed.text('.flash'), closed.texts('.kept > li')]).toEqual([expect.stringContaining('처리한 것으로'), []])
  const twice = await moderator.agent.submit(page, '.kept form')
  expect(twice.text('.flash')).toContain('다른 운영자가 이미')
  expect((await moderator.agent.get('/console/moderation')).texts('tbody tr')).toEqual([
    expect.stringMatching(/지기 신고를 처리함 자유게시판 싸게 팝니다 mina/),
  ])
})

test('the console’s menu says how many wait', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  const count = async () => (await owner.agent.get('/console')).text('.console__menu a[href="/console/reports"]')
  expect(await count()).toBe('신고')
  await report(reader, '/free/1/report', { reason: 'spam', note: '' })
  await report(reader, '/free/1/comments/1/report', { reason: 'spam', note: '' })
  expect(await count()).toBe('신고 2')
  await owner.agent.submit(await owner.agent.get('/console/reports'), '.kept form')
  expect(await count()).toBe('신고 1')
})

test('who reports on and on is asked to wait', async () => {
  const statuses: number[] = []
  for (let count = 0; count < 31; count += 1)
    statuses.push((await reader.agent.post('/free/1/report', { reason: 'spam', note: '' })).status)
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200))
  expect(statuses[30]).toBe(429)
})
