import { beforeEach, expect, test } from 'vitest'
import { useTalk } from '../comments/talk.ts'

const talk = useTalk()
const countOf = async () => (await talk.ctx.db('posts').where({ id: talk.post.id }).first('commentCount'))?.commentCount

beforeEach(async () => {
  await talk.mina.agent.post(`${talk.post.path}/comments`, { body: '욕설' })
})

test('a moderator hides a comment: others see that it was hidden, its author and the moderators what it said', async () => {
  const page = await talk.moderator.agent.get(talk.post.path)
  expect(page.links()).toContain(`${talk.post.path}/comments/1/hide`)
  const ask = await talk.moderator.agent.get(`${talk.post.path}/comments/1/hide`)
  expect(ask.text('.quoted .said')).toBe('욕설')
  const after = await talk.moderator.agent.submit(ask, '#reason-form', { reason: '서로 존중해 주세요' })
  expect(after.redirects).toEqual([`${talk.post.path}#comment-1`])
  expect(await countOf()).toBe(0)

  for (const other of [talk.visitor, talk.author.agent]) {
    const seen = await other.get(talk.post.path)
    expect(seen.text('#comment-1')).toBe('운영자가 숨긴 댓글입니다.')
    expect(seen.body).not.toContain('욕설')
  }
  for (const insider of [talk.mina.agent, talk.moderator.agent]) {
    const seen = await insider.get(talk.post.path)
    expect(seen.text('#comment-1 .said')).toBe('욕설')
    expect(seen.text('#comment-1 .comment__notice')).toContain('숨겨진 댓글')
  }
})

test('a restored comment is read and counted again', async () => {
  await talk.moderator.agent.post(`${talk.post.path}/comments/1/hide`, { reason: '오해' })
  await talk.admin.agent.submit(await talk.admin.agent.get(`${talk.post.path}/comments/1/restore`), '#reason-form')
  expect(await countOf()).toBe(1)
  expect((await talk.visitor.get(talk.post.path)).text('#comment-1 .said')).toBe('욕설')
  expect(await talk.ctx.db('moderation_actions').orderBy('id')).toMatchObject([
    { action: 'hide-comment', reason: '오해', memberId: talk.mina.id, moderatorId: talk.moderator.id, commentId: expect.any(Number) },
    { action: 'restore-comment', moderatorId: talk.admin.id },
  ])
})

test('hiding needs a reason and a moderator', async () => {
  expect((await talk.moderator.agent.post(`${talk.post.path}/comments/1/hide`, { reason: '' })).status).toBe(422)
  expect((await talk.author.agent.post(`${talk.post.path}/comments/1/hide`, { reason: '싫어요' })).status).toBe(403)
  expect((await talk.visitor.request(`${talk.post.path}/comments/1/hide`)).status).toBe(303)
  expect(await countOf()).toBe(1)
})

test('two moderators at once make one change and one record', async () => {
  for (let round = 0; round < 10; round += 1) {
    const act = round % 2 === 0 ? 'hide' : 'restore'
    await Promise.all(
      [talk.moderator, talk.admin].map(({ agent }) => agent.post(`${talk.post.path}/comments/1/${act}`, { reason: '함께' })),
    )
    expect(await countOf()).toBe(act === 'hide' ? 0 : 1)
  }
  expect(await talk.ctx.db('moderation_actions').count({ n: '*' }).first()).toEqual({ n: 10 })
})

test('its author deletes while a moderator hides: it ends deleted or hidden, and the count is right', async () => {
  await Promise.all([
    talk.mina.agent.post(`${talk.post.path}/comments/1/delete`, {}),
    talk.moderator.agent.post(`${talk.post.path}/comments/1/hide`, { reason: '함께' }),
  ])
  const comment = await talk.ctx.db('comments').first('status')
  const recorded = await talk.ctx.db('moderation_actions').count({ n: '*' }).first()
  expect(recorded).toEqual({ n: comment?.status === 'hidden' ? 1 : 0 })
  expect(await countOf()).toBe(0)
})
