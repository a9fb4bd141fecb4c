import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { soon } from '../../support/browser.ts'
import { type Talker, useTalk } from './talk.ts'

const talk = useTalk()

const say = (who: Talker, body: string, parent = '') => who.agent.post(`${talk.post.path}/comments`, { body, parent })
const marked = async (who: Talker, address = talk.post.path) =>
  (await who.agent.get(address)).root.querySelectorAll('.comment.is-new').map(({ id }) => id)

/** Opens the post and waits until that is remembered, which happens once the page was answered. */
async function visit(who: Talker) {
  await who.agent.get(talk.post.path)
  const seen = () => talk.ctx.db('post_reads').where({ memberId: who.id, postId: talk.post.id }).first('seenComment')
  const { lastCommentNumber } = await talk.ctx.db('posts').where({ id: talk.post.id }).first('lastCommentNumber')
  await soon(seen).toEqual({ seenComment: lastCommentNumber })
}

test('what came since a member was last here is marked as new for them, until they have seen it', async () => {
  await say(talk.mina, '먼저 한 말')
  expect(await marked(talk.author)).toEqual([])
  await visit(talk.author)
  await say(talk.mina, '나중에 한 말')
  await say(talk.mina, '먼저 한 말에 답글', '1')
  const page = await talk.author.agent.get(talk.post.path)
  expect(page.root.querySelectorAll('.comment.is-new').map(({ id }) => id)).toEqual(['comment-3', 'comment-2'])
  expect(page.texts('.comment.is-new .who .badge')).toEqual(['새 댓글', '새 댓글'])
  expect(page.text('.talk__next:not([hidden])')).toBe('다음 새 댓글 2')
  await soon(() => marked(talk.author)).toEqual([])
  expect((await talk.author.agent.get(talk.post.path)).has('.talk__next[hidden]')).toBe(true)
})

test('what one wrote oneself, what was deleted or hidden, and what comes from somebody whom one muted is not new', async () => {
  await visit(talk.author)
  await say(talk.author, '내가 쓴 말')
  await say(talk.mina, '지울 말')
  await say(talk.mina, '지울 말에 답글', '2')
  await talk.mina.agent.post(`${talk.post.path}/comments/2/delete`, {})
  await say(talk.mina, '숨길 말')
  await talk.moderator.agent.post(`${talk.post.path}/comments/4/hide`, { reason: '광고' })
  await talk.author.agent.post(`/members/${encodeURIComponent('지기')}/mute`, { mute: 'yes' })
  await say(talk.moderator, '듣고 싶지 않은 말')
  const page = await talk.author.agent.get(talk.post.path)
  expect([page.root.querySelectorAll('.comment.is-new').map(({ id }) => id), page.text('.talk__next a')]).toEqual([
    ['comment-3'],
    '다음 새 댓글 1',
  ])
  const led = await talk.author.agent.get(`${talk.post.path}/comments/new?since=3`)
  expect(led.redirects).toEqual([`${talk.post.path}#comments`])
})

test('a guest is told of nothing new by the server, and finds the button for their browser to show', async () => {
  await say(talk.mina, '말')
  const page = await talk.visitor.get(talk.post.path)
  expect([page.has('.comment.is-new'), page.has('.talk__next[hidden]'), page.has('#comments[data-since]')]).toEqual([false, true, false])
  expect((await talk.visitor.get(`${talk.post.path}?since=0`)).has('#comment-1.is-new')).toBe(true)
})

test('without script the button leads from one new comment to the next, over all pages of the thread', async () => {
  await say(talk.mina, '첫 말')
  await visit(talk.author)
  const { db } = talk.ctx
  const post = await db<Post>('posts').where({ id: talk.post.id }).first()
  if (!post) throw new Error('no post')
  const moderator = { ...guest, memberId: talk.moderator.id, level: 2 }
  const more = Array.from({ length: 100 }, (_, at) => ({ body: `${at + 2}번째` }))
  await Promise.all(more.map((comment) => createComment(talk.ctx, moderator, { board: talk.board, post }, comment)))
  await db('post_reads').where({ memberId: talk.author.id }).update({ seenComment: 99 })
  await say(talk.mina, '첫 말에 답글', '1')
  const page = await talk.author.agent.get(talk.post.path)
  // Two of three stand on the second page.
  expect(page.root.querySelectorAll('.comment.is-new').map(({ id }) => id)).toEqual(['comment-102'])
  expect(page.text('.talk__next:not([hidden])')).toBe('다음 새 댓글 3')
  const next = `${talk.post.path}/comments/new?since=99`
  expect(page.links()).toContain(next)
  expect(page.links()).toContain(`${talk.post.path}?comments=2&since=99#comments`)
  const led = async (address: string) => (await talk.author.agent.get(address)).redirects
  expect(await led(next)).toEqual([`${talk.post.path}?since=99#comment-102`])
  expect(await led(`${next}&after=102`)).toEqual([`${talk.post.path}?comments=2&since=99#comment-100`])
  expect(await led(`${next}&after=100`)).toEqual([`${talk.post.path}?comments=2&since=99#comment-101`])
  expect(await led(`${next}&after=101`)).toEqual([`${talk.post.path}?since=99#comment-102`])
  // On the second page they still are new, though all counts as seen by then.
  expect(await marked(talk.author, `${talk.post.path}?comments=2&since=99`)).toEqual(['comment-100', 'comment-101'])
})

test('a secret comment is new to those alone whom it concerns', async () => {
  const other = await talk.member('다른 사람')
  await talk.mina.agent.post(`${talk.post.path}/comments`, { body: '열린 말' })
  await talk.ctx.db('comments').where({ number: 1 }).update({ secret: 1 })
  const led = async (who: Talker['agent']) => (await who.get(`${talk.post.path}/comments/new?since=0`)).redirects
  for (const { agent } of [talk.author, talk.moderator, talk.admin])
    expect(await led(agent)).toEqual([`${talk.post.path}?since=0#comment-1`])
  for (const agent of [other.agent, talk.visitor, talk.mina.agent]) expect(await led(agent)).toEqual([`${talk.post.path}#comments`])
  await talk.ctx.db('comments').where({ number: 1 }).update({ addresseeId: other.id })
  expect(await led(other.agent)).toEqual([`${talk.post.path}?since=0#comment-1`])
})

test('with nothing new the way leads to the comments; nonsense in the address asks for nothing; a post that one may not read is none', async () => {
  await say(talk.mina, '말')
  const led = async (query: string) => (await talk.visitor.get(`${talk.post.path}/comments/new${query}`)).redirects
  expect(await led('?since=1')).toEqual([`${talk.post.path}#comments`])
  for (const query of ['?since=abc', '?since=99999999999', '?after=-1', '?since[]=1'])
    expect(await led(query), query).toEqual([`${talk.post.path}?since=0#comment-1`])
  expect((await talk.visitor.get(`${talk.post.path}?since=x`)).status).toBe(200)
  await talk.moderator.agent.post(`${talk.post.path}/hide`, { reason: '광고' })
  expect((await talk.visitor.get(`${talk.post.path}/comments/new`)).status).toBe(404)
})
