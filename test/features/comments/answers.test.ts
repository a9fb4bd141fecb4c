import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { loadComment } from '../../../src/features/comments/comments.read-models.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { moderateComment } from '../../../src/features/moderation/moderation.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let question: Post
let asker: Person
let helper: Person
let moderator: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'qna', nameKo: '질문과 답', look: 'qna' })
  asker = await aMember(site, '묻는이')
  helper = await aMember(site, '돕는이')
  moderator = await aMember(site, '지기', { moderates: [board] })
  question = await aPost(site, board, asker, { title: '입력기는 무엇을 쓰나요?' })
  for (const body of ['저는 이것을 씁니다', '저것도 좋습니다'])
    await createComment(site.ctx, helper.viewer, { board, post: question }, { body })
})

const accept = (person: Person, comment: number, wish = 'yes') =>
  person.agent.post(`/qna/1/comments/${comment}/accept`, { accept: wish }, { accept: 'text/html' })
const accepted = async () => {
  const page = await site.visitor().get('/qna/1')
  return {
    top: page.text('.accepted .said'),
    inPlace: page.texts('.comment.is-accepted .said'),
    solved: page.has('.post .badge[href="#accepted"]'),
  }
}

test('who asked takes an answer, which then stands above the others and is marked among them', async () => {
  const page = await asker.agent.get('/qna/1')
  expect(page.texts('.comment__accept button')).toEqual(['이 답변 채택', '이 답변 채택'])
  const taken = await asker.agent.submit(page, '#comment-2 .comment__accept', { accept: 'yes' })
  expect([taken.path, taken.text('.flash')]).toEqual(['/qna/1', expect.stringContaining('답변을 채택했습니다')])
  expect(taken.texts('.comment__accept button')).toEqual(['이 답변 채택', '채택 취소'])
  expect(await accepted()).toEqual({ top: '저것도 좋습니다', inPlace: ['저것도 좋습니다'], solved: true })
})

test('another answer takes its place, and it can be taken back', async () => {
  await accept(asker, 1)
  await accept(asker, 2)
  expect((await accepted()).top).toBe('저것도 좋습니다')
  // The button of an older page: what it asks for is so already.
  await accept(asker, 1, 'no')
  expect((await accepted()).top).toBe('저것도 좋습니다')
  await accept(asker, 2, 'no')
  expect(await accepted()).toEqual({ top: '', inPlace: [], solved: false })
})

test('an answer that is deleted or hidden is no answer any more', async () => {
  await accept(asker, 1)
  await helper.agent.post('/qna/1/comments/1/delete', {})
  expect(await accepted()).toEqual({ top: '', inPlace: [], solved: false })
  await accept(asker, 2)
  const at = { board, post: question, comment: await loadComment(site.ctx, { board, post: question }, 2) }
  await moderateComment(site.ctx, moderator.viewer, at, { action: 'hide-comment', reason: '욕설' })
  expect(await accepted()).toEqual({ top: '', inPlace: [], solved: false })
  await moderateComment(site.ctx, moderator.viewer, at, { action: 'restore-comment', reason: '' })
  expect((await accepted()).solved).toBe(false)
})

test('others may not, nor on a board that is not for questions; who keeps order may, and leaves a record', async () => {
  expect((await helper.agent.get('/qna/1')).has('.comment__accept')).toBe(false)
  expect((await accept(helper, 1)).status).toBe(403)
  expect((await site.visitor().request('/qna/1/comments/1/accept', { method: 'POST' })).status).not.toBe(200)
  expect((await accept(moderator, 1)).status).toBe(200)
  expect((await moderator.agent.get('/console/moderation')).texts('tbody tr')).toEqual([
    expect.stringMatching(/지기 답변을 채택함 .*돕는이/),
  ])
  await site.ctx.db('boards').update({ look: 'list' })
  await site.ctx.memory.forget('boards')
  expect((await accept(asker, 2)).status).toBe(403)
})

test('a locked question keeps its answer', async () => {
  await site.ctx.db('posts').update({ lockedAt: new Date() })
  expect((await accept(asker, 1)).status).toBe(403)
  expect((await accept(moderator, 1)).status).toBe(200)
})

test('an answer far down the thread stands on top of every page of it, at no statement more', async () => {
  for (let count = 0; count < 100; count += 1)
    await createComment(site.ctx, helper.viewer, { board, post: question }, { body: `${count}번째 말` })
  await accept(asker, 102)
  const asked: string[] = []
  const listen = ({ sql }: { sql: string }) => void asked.push(sql)
  const page = await helper.agent.get('/qna/1')
  site.ctx.db.on('query', listen)
  await helper.agent.get('/qna/1')
  site.ctx.db.removeListener('query', listen)
  expect(page.text('.accepted .said')).toBe('99번째 말')
  expect(page.texts('.comments > .comment')).toHaveLength(100)
  expect(page.has('.is-accepted')).toBe(false)
  expect(asked.filter((sql) => /\bcomments\b/.test(sql) && !/visit/.test(sql)).length).toBeLessThanOrEqual(2)
  expect((await helper.agent.get('/qna/1?comments=2')).texts('.is-accepted .said')).toEqual(['99번째 말'])
})

test('two answers taken at once: one of them stands', async () => {
  await Promise.all([accept(asker, 1), accept(asker, 2), accept(moderator, 1), accept(moderator, 2)])
  const { top, inPlace } = await accepted()
  expect([top, inPlace.length]).toEqual([inPlace[0], 1])
})
