import { beforeEach, expect, test } from 'vitest'
import type { Page } from '../../support/page.ts'
import { castCommentVotes } from '../../support/post-rows.ts'
import { fillThread } from './long-thread.ts'
import { useTalk } from './talk.ts'

const talk = useTalk()
const say = (body: string, { agent } = talk.mina) => agent.post(`${talk.post.path}/comments`, { body })
const pin = (agent = talk.author.agent, comment = 1, wish = 'yes') => agent.post(`${talk.post.path}/comments/${comment}/pin`, { pin: wish })
const voters = (comment: number, count: number) => castCommentVotes(talk, { postId: talk.post.id, number: comment }, count)
const pinned = (page: Page) => page.texts('#pinned .said')
const best = (page: Page) => page.texts('#best .said')
const setBoard = async (change: object) => {
  await talk.ctx.db('boards').update(change)
  await talk.ctx.memory.forget('boards')
}

beforeEach(async () => {
  for (const body of ['하나', '둘', '셋', '넷', '다섯']) await say(body)
})

test('the author of a post pins one comment above the others, another in its place, and takes it down', async () => {
  const { agent } = talk.author
  const after = await pin()
  expect([after.path, after.text('.flash'), pinned(after)]).toEqual([talk.post.path, expect.stringContaining('고정했습니다'), ['하나']])
  expect(after.texts('#comment-1 .badge')).toContain('고정된 댓글')
  expect(after.texts('.comments .said')).toEqual(['하나', '둘', '셋', '넷', '다섯'])
  await pin(agent, 3)
  expect(pinned(await talk.visitor.get(talk.post.path))).toEqual(['셋'])
  // The button of an older page: what it asks for is so already.
  await pin(agent, 1, 'no')
  expect(pinned(await talk.visitor.get(talk.post.path))).toEqual(['셋'])
  await pin(agent, 3, 'no')
  expect(pinned(await talk.visitor.get(talk.post.path))).toEqual([])
})

test('the buttons that pin stand for those who may, without a form for each comment', async () => {
  const buttons = (page: Page) =>
    page.root.querySelectorAll('.comments button[name="pin"]').map((button) => button.getAttribute('formaction'))
  expect(buttons(await talk.author.agent.get(talk.post.path))[4]).toBe(`${talk.post.path}/comments/5/pin`)
  expect(buttons(await talk.moderator.agent.get(talk.post.path))).toHaveLength(5)
  expect(buttons(await talk.mina.agent.get(talk.post.path))).toEqual([])
})

test('nobody else may pin; who keeps order may, and leaves a record; a locked post is no author’s any more', async () => {
  expect((await pin(talk.mina.agent)).status).toBe(403)
  expect((await pin(talk.visitor)).path).toMatch(/^\/login/)
  await pin(talk.moderator.agent, 2)
  expect((await talk.admin.agent.get('/console/moderation')).texts('tbody tr')[0]).toMatch(/지기 댓글을 고정함/)
  await talk.moderator.agent.post(`${talk.post.path}/lock`, { reason: '다툼' })
  expect((await pin()).status).toBe(403)
  expect((await pin(talk.moderator.agent, 4)).status).toBe(200)
  expect((await talk.author.agent.post(`${talk.post.path}/comments/4/pin`, { pin: 'maybe' })).status).toBe(400)
})

test('a pinned comment that is deleted or hidden stands above nothing', async () => {
  await pin()
  await talk.mina.agent.post(`${talk.post.path}/comments/1/delete`, {})
  expect(pinned(await talk.visitor.get(talk.post.path))).toEqual([])
  await pin(talk.author.agent, 2)
  await talk.moderator.agent.post(`${talk.post.path}/comments/2/hide`, { reason: '욕설' })
  expect(pinned(await talk.author.agent.get(talk.post.path))).toEqual([])
  expect((await pin(talk.author.agent, 2)).status).toBe(403)
  await talk.moderator.agent.post(`${talk.post.path}/comments/2/restore`, {})
  expect(pinned(await talk.visitor.get(talk.post.path))).toEqual([])
})

test('comments with as many votes as the board asks for stand above, the best first, as many as it wants', async () => {
  await Promise.all([voters(2, 12), voters(4, 30), voters(5, 9), voters(1, 12)])
  talk.ctx.content.move()
  expect(best(await talk.visitor.get(talk.post.path))).toEqual(['넷', '하나', '둘'])
  await setBoard({ bestComments: 1 })
  expect(best(await talk.visitor.get(talk.post.path))).toEqual(['넷'])
  await setBoard({ bestComments: 4, bestVotes: 9 })
  expect(best(await talk.visitor.get(talk.post.path))).toEqual(['넷', '하나', '둘', '다섯'])
  await setBoard({ bestComments: 0 })
  expect(best(await talk.visitor.get(talk.post.path))).toEqual([])
  await setBoard({ bestComments: 3, votes: 'none' })
  expect(best(await talk.visitor.get(talk.post.path))).toEqual([])
})

test('what is pinned is not among the best a second time, nor what is hidden; in the order of votes nothing stands there twice', async () => {
  await Promise.all([voters(2, 12), voters(4, 30), voters(3, 20)])
  await pin(talk.author.agent, 4)
  await talk.moderator.agent.post(`${talk.post.path}/comments/3/hide`, { reason: '욕설' })
  const page = await talk.visitor.get(talk.post.path)
  expect([pinned(page), best(page)]).toEqual([['넷'], ['둘']])
  talk.visitor.cookies.set('commentSort', 'best')
  expect(best(await talk.visitor.get(talk.post.path))).toEqual([])
})

test('the best of a long thread stand above its first page alone, what is pinned above each', async () => {
  const { post } = await fillThread(talk, 230)
  await castCommentVotes(talk, { postId: post.id, number: 205 }, 40)
  await talk.author.agent.post(`${post.path}/comments/7/pin`, { pin: 'yes' })
  const pages = await Promise.all([1, 2].map((page) => talk.visitor.get(`${post.path}?comments=${page}`)))
  expect(pages.map(best)).toEqual([['205'], []])
  expect(pages.map(pinned)).toEqual([['7'], ['7']])
})
