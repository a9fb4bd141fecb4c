import { expect, test } from 'vitest'
import type { CommentCreated } from '../../../src/features/comments/comments.events.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useTalk } from './talk.ts'

const talk = useTalk()

const say = (body: string, { by = talk.mina, parent = '' } = {}) => by.agent.post(`${talk.post.path}/comments`, { body, parent })
const news = async (event = 'comment.created'): Promise<CommentCreated[]> => {
  const rows: { payload: string | object }[] = await talk.ctx.db('outbox').where({ event }).orderBy('id').select('payload')
  return rows.map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload))
}

test('a comment tells its author, the post’s, that of the comment it answers, and who is called', async () => {
  await say('처음', { by: talk.moderator })
  await say('@총지기 보세요', { parent: '1' })
  const { db } = talk.ctx
  const ids = await db('comments').orderBy('number').pluck('id')
  const at = { postId: talk.post.id, boardId: talk.board.id, postAuthorId: talk.author.id }
  expect(await news()).toEqual([
    { commentId: ids[0], ...at, authorId: talk.moderator.id, parentAuthorId: null, mentioned: [] },
    { commentId: ids[1], ...at, authorId: talk.mina.id, parentAuthorId: talk.moderator.id, mentioned: [talk.admin.id] },
  ])
})

test('comments that are stored together each tell their own', async () => {
  const people = await Promise.all(['하나', '두리', '세라'].map((name) => talk.member(name)))
  await say('처음', { by: talk.moderator })
  await talk.ctx.db('outbox').delete()
  await Promise.all([
    ...people.map((by, index) => say(`@${['두리', '세라', '하나'][index]}`, { by, parent: '1' })),
    ...people.map((by) => say('혼잣말', { by })),
  ])
  const told = new Map((await news()).map(({ authorId, parentAuthorId, mentioned }) => [`${authorId} ${mentioned}`, parentAuthorId]))
  const [first, second, third] = people.map(({ id }) => id)
  expect(told).toEqual(
    new Map([
      [`${first} ${second}`, talk.moderator.id],
      [`${second} ${third}`, talk.moderator.id],
      [`${third} ${first}`, talk.moderator.id],
      ...people.map(({ id }) => [`${id} `, null] as const),
    ]),
  )
  const rows = await talk.ctx.db('comments').select('id', 'authorId')
  for (const { commentId, authorId } of await news()) expect(rows).toContainEqual({ id: commentId, authorId })
})

test('where the comment is not stored, nobody is told and nobody is called', async () => {
  await talk.ctx.db('posts').where({ id: talk.post.id }).update({ lockedAt: new Date() })
  await say('@총지기')
  await say('')
  expect([await news(), await talk.ctx.db('comment_mentions')]).toEqual([[], []])
})

test('a post of somebody who is no member has no author to tell', async () => {
  await changePosts(talk, { id: talk.post.id }, { authorId: null, guestName: '손님' })
  await say('누구세요?')
  expect((await news())[0]?.postAuthorId).toBe(null)
})
