import { expect, test } from 'vitest'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { purgeReads } from '../../../src/features/reading-marks/reading-marks.jobs.ts'
import { soon } from '../../support/browser.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

/** A board with three posts of mina, and junho who reads. */
async function aReader(form = {}) {
  const board = await aBoard(site, { slug: 'free', ...form })
  const [mina, junho] = [await aMember(site, '미나'), await aMember(site, '준호')]
  const posts = [await aPost(site, board, mina), await aPost(site, board, mina), await aPost(site, board, mina)] as const
  return { board, mina, junho, posts }
}

const open = async ({ agent, viewer }: Person, post: { id: number; number: number }) => {
  await agent.get(`/free/${post.number}`)
  // Remembered once the page was answered.
  await soon(() => site.ctx.db('post_reads').where({ memberId: viewer.memberId, postId: post.id }).first('postId')).toBeTruthy()
}
const readOnes = async ({ agent }: Person) =>
  (await agent.get('/free')).root.querySelectorAll('.row.is-read').map((row) => row.getAttribute('id'))
const counts = async ({ agent }: Person) => (await agent.get('/free')).texts('.count > [aria-hidden]')

test('a post that a member opened is marked as read for them, on every device, and for nobody else', async () => {
  const { mina, junho, posts } = await aReader()
  expect(await readOnes(junho)).toEqual([])
  await open(junho, posts[1])
  expect([await readOnes(junho), await readOnes(mina)]).toEqual([['post-2'], []])
  expect((await site.visitor().get('/free')).has('.is-read')).toBe(false)
  // Below a post, too.
  expect((await junho.agent.get('/free/1')).root.querySelectorAll('.row.is-read').map((row) => row.id)).toEqual(['post-2'])
})

test('comments since the last visit are counted: [1 +1] until they were seen', async () => {
  const { board, mina, junho, posts } = await aReader()
  const say = (body: string) => createComment(site.ctx, mina.viewer, { board, post: posts[0] }, { body, parent: undefined })
  await say('하나')
  expect(await counts(junho)).toEqual(['[1]'])
  await open(junho, posts[0])
  expect(await counts(junho)).toEqual(['[1]'])
  await say('둘')
  await say('셋')
  expect(await counts(junho)).toEqual(['[3 +2]'])
  expect((await junho.agent.get('/free')).text('.count .hidden')).toBe('댓글 3개, 새 댓글 2개')
  await junho.agent.get('/free/1')
  await soon(() => counts(junho)).toEqual(['[3]'])
})

test('what one wrote where the page stayed is nothing new to oneself; what somebody said before it is', async () => {
  const { board, mina, junho, posts } = await aReader()
  const write = (body: string) => junho.agent.post('/free/1/comments', { body }, { accept: 'application/json' })
  await open(junho, posts[0])
  await write('하나')
  await soon(() => counts(junho)).toEqual(['[1]'])
  await createComment(site.ctx, mina.viewer, { board, post: posts[0] }, { body: '둘' })
  await write('셋')
  expect((await site.ctx.db('post_reads').where({ memberId: junho.viewer.memberId }).first('seenComment'))?.seenComment).toBe(1)
  expect(await counts(junho)).toEqual(['[3 +2]'])
})

test('a page that was fetched ahead of a click was read by nobody', async () => {
  const { junho, posts } = await aReader()
  await junho.agent.get('/free/1', { 'sec-purpose': 'prefetch' })
  await open(junho, posts[2])
  expect(await readOnes(junho)).toEqual(['post-3'])
})

test('a member marks a board as read; what comes later is new, and comments on what they had opened still show', async () => {
  const { board, mina, junho, posts } = await aReader()
  await open(junho, posts[0])
  await createComment(site.ctx, mina.viewer, { board, post: posts[0] }, { body: '그 전의 말', parent: undefined })
  const page = await junho.agent.submit(await junho.agent.get('/free'), 'form[action="/free/read"]')
  expect([page.path, page.text('[role=status]')]).toEqual(['/free', '알림 이 게시판의 글을 모두 읽은 것으로 했습니다.'])
  expect([await readOnes(junho), await counts(junho)]).toEqual([['post-3', 'post-2', 'post-1'], ['[1]']])
  await aPost(site, board, mina)
  await createComment(site.ctx, mina.viewer, { board, post: posts[0] }, { body: '그 뒤의 말', parent: undefined })
  expect([await readOnes(junho), await counts(junho)]).toEqual([['post-3', 'post-2', 'post-1'], ['[2 +1]']])
  expect(await readOnes(mina)).toEqual([])
})

test('what was read half a year ago leaves the table and stays read', async () => {
  const { junho, posts } = await aReader()
  await open(junho, posts[1])
  await open(junho, posts[2])
  const old = new Date(site.clock.now().getTime() - 86_400_000)
  await site.ctx.db('post_reads').where({ postId: posts[1].id }).update({ readAt: old })
  expect(await purgeReads(site.ctx, new Date(site.clock.now().getTime() - 1_000))).toBe(1)
  expect(await site.ctx.db('post_reads').select('postId')).toEqual([{ postId: posts[2].id }])
  expect(await readOnes(junho)).toEqual(['post-3', 'post-2', 'post-1'])
})

test('a board that one may not see can’t be marked, nor by a guest', async () => {
  await aBoard(site, { slug: 'inner', listLevel: 5, readLevel: 5 })
  const { junho } = await aReader()
  expect((await junho.agent.post('/inner/read', {})).status).toBe(404)
  expect((await site.visitor().post('/free/read', {})).path).toMatch(/^\/login/)
})
