import { beforeEach, expect, test } from 'vitest'
import { useTalk } from './talk.ts'

const talk = useTalk()
const say = (body: string, parent = '') => talk.mina.agent.post(`${talk.post.path}/comments`, { body, parent })
const countOf = async () => (await talk.ctx.db('posts').where({ id: talk.post.id }).first('commentCount'))?.commentCount

beforeEach(async () => {
  await say('첫 댓글')
})

test('a member changes their comment, and the change is marked', async () => {
  const page = await talk.mina.agent.get(`${talk.post.path}/comments/1/edit`)
  expect(page.text('textarea')).toBe('첫 댓글')
  const after = await talk.mina.agent.submit(page, '#comment-form', { body: '고친 댓글' })
  expect(after.redirects).toEqual([`${talk.post.path}#comment-1`])
  expect(after.text('#comment-1 .said')).toBe('고친 댓글')
  expect(after.text('#comment-1 .who')).toContain('수정됨')
})

test('two windows that change one comment: the second is told, keeps its text, and may then replace the first', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => talk.mina.agent.get(`${talk.post.path}/comments/1/edit`)))
  await talk.mina.agent.submit(one!, '#comment-form', { body: '첫 창' })
  const told = await talk.mina.agent.submit(two!, '#comment-form', { body: '둘째 창' })
  expect(told.status).toBe(409)
  expect(told.text('.error')).toContain('먼저 수정')
  expect(told.text('.quoted .said')).toBe('첫 창')
  expect(told.text('textarea')).toBe('둘째 창')
  const after = await talk.mina.agent.submit(told, '#comment-form')
  expect(after.text('#comment-1 .said')).toBe('둘째 창')
})

test('a change to nothing is refused with what was typed', async () => {
  const page = await talk.mina.agent.get(`${talk.post.path}/comments/1/edit`)
  const refused = await talk.mina.agent.submit(page, '#comment-form', { body: '   ' })
  expect(refused.status).toBe(422)
  expect((await talk.visitor.get(talk.post.path)).text('#comment-1 .said')).toBe('첫 댓글')
})

test('a comment that nobody answered disappears when it is deleted', async () => {
  const ask = await talk.mina.agent.get(`${talk.post.path}/comments/1/delete`)
  expect(ask.text('.quoted .said')).toBe('첫 댓글')
  const after = await talk.mina.agent.submit(ask, '#comment-delete')
  expect(after.has('.comment')).toBe(false)
  expect(after.text('#comments .empty')).toContain('등록된 댓글이 없습니다')
  expect(await countOf()).toBe(0)
})

test('a comment that was answered leaves its place, which goes with the last answer', async () => {
  await say('답글', '1')
  await say('답글의 답글', '2')
  await talk.mina.agent.post(`${talk.post.path}/comments/1/delete`, {})
  await talk.mina.agent.post(`${talk.post.path}/comments/2/delete`, {})
  const page = await talk.visitor.get(talk.post.path)
  expect(page.texts('.comment__stub')).toEqual(['삭제된 댓글입니다.', '삭제된 댓글입니다.'])
  expect(page.body).not.toContain('첫 댓글')
  expect(await countOf()).toBe(1)

  await talk.mina.agent.post(`${talk.post.path}/comments/3/delete`, {})
  expect((await talk.visitor.get(talk.post.path)).has('.comment')).toBe(false)
  expect(await countOf()).toBe(0)
})

test('a deleted place stays while another answer still stands below it', async () => {
  await say('답글', '1')
  await say('다른 답글', '1')
  for (const number of [1, 2]) await talk.mina.agent.post(`${talk.post.path}/comments/${number}/delete`, {})
  const page = await talk.visitor.get(talk.post.path)
  expect(page.texts('.comment__stub')).toEqual(['삭제된 댓글입니다.'])
  expect(page.texts('.said')).toEqual(['다른 답글'])
})

test('the second of two clicks on delete gets the same answer and counts nothing twice', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => talk.mina.agent.post(`${talk.post.path}/comments/1/delete`, {})))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await countOf()).toBe(0)
})

test('a deleted comment is neither changed nor answered, and what was typed is kept', async () => {
  await say('답글', '1')
  const edit = await talk.mina.agent.get(`${talk.post.path}/comments/1/edit`)
  const reply = await talk.author.agent.get(`${talk.post.path}/comments/write?parent=1`)
  await talk.mina.agent.post(`${talk.post.path}/comments/1/delete`, {})
  expect((await talk.mina.agent.submit(edit, '#comment-form', { body: '살아나라' })).status).toBe(403)
  const refused = await talk.author.agent.submit(reply, '#comment-form', { body: '길게 쓴 답글' })
  expect(refused.status).toBe(409)
  expect(refused.text('textarea')).toBe('길게 쓴 답글')
  expect(refused.text('.error')).toContain('새 댓글로 등록')
  const after = await talk.author.agent.submit(refused, '#comment-form')
  expect(after.has('#comment-3.comment--depth-0')).toBe(true)
})

test.each(['edit', 'delete'])('nobody but its author may %s a comment, and a guest is asked to log in', async (act) => {
  for (const other of [talk.author, talk.moderator, talk.admin]) {
    expect((await other.agent.get(`${talk.post.path}/comments/1/${act}`)).status).toBe(403)
    expect((await other.agent.post(`${talk.post.path}/comments/1/${act}`, { body: 'x', version: '1' })).status).toBe(403)
  }
  expect((await talk.visitor.request(`${talk.post.path}/comments/1/${act}`)).headers.get('location')).toMatch(/^\/login/)
  expect((await talk.visitor.get(talk.post.path)).text('#comment-1 .said')).toBe('첫 댓글')
})

test("a locked post takes no comment and no change, but one may take back one's own", async () => {
  const page = await talk.mina.agent.get(talk.post.path)
  await talk.moderator.agent.post(`${talk.post.path}/lock`, { reason: '다툼' })
  const refused = await talk.mina.agent.submit(page, '#comment-form', { body: '아직 할 말이' })
  expect(refused.status).toBe(409)
  expect(refused.text('textarea')).toBe('아직 할 말이')
  expect((await talk.mina.agent.get(`${talk.post.path}/comments/1/edit`)).status).toBe(403)
  expect((await talk.mina.agent.get(talk.post.path)).text('.talk__closed')).toContain('더 이상')
  await talk.mina.agent.post(`${talk.post.path}/comments/1/delete`, {})
  expect(await countOf()).toBe(0)
})
