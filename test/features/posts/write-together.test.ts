import { expect, test } from 'vitest'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { aBoard, aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const stored = () =>
  site.ctx
    .db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .join('members as m', 'm.id', 'p.authorId')
    .orderBy('p.number')
    .select('p.number', 'p.title', 'b.source', 'm.nickname')

test('posts that are sent off at the same moment are each stored as they were written, under numbers of their own', async () => {
  await aBoard(site, { slug: 'free' })
  const writers = await Promise.all(['mina', 'jun', 'sora', 'hana', 'doyun', 'yuri'].map((name) => aMember(site, name)))
  const forms = await Promise.all(writers.map(async (writer) => ({ writer, form: await writer.agent.get('/free/write') })))
  const pages = await Promise.all(
    forms.flatMap(({ writer, form }) =>
      // One form three times: with the same words it is one post, with others another.
      ['아침', '아침', '저녁'].map(async (word) => {
        const title = `${writer.viewer.nickname}의 ${word}`
        const page = await writer.agent.submit(form, '#post-form', { title, body: `${title}에 쓴 글`, tags: word })
        return { title, path: page.path, shown: page.text('h1') }
      }),
    ),
  )
  expect(pages.every(({ title, shown }) => shown === title)).toBe(true)
  expect(new Set(pages.map(({ path }) => path)).size).toBe(12)
  const posts = await stored()
  expect(posts.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  for (const { title, source, nickname } of posts) {
    expect(title.startsWith(nickname)).toBe(true)
    expect(source).toBe(`${title}에 쓴 글`)
  }
  expect(await site.ctx.db('outbox').where({ event: 'post.created' })).toHaveLength(12)
  // Lists by votes and views are brought up to date by the worker, seconds later.
  const differences = await Array.fromAsync(findDifferences(site.ctx))
  expect(differences.filter(({ what }) => what !== 'ranked posts')).toEqual([])
})

test('a board that was deleted meanwhile refuses each of them, and stores none', async () => {
  const board = await aBoard(site, { slug: 'free' })
  const mina = await aMember(site, 'mina')
  const form = await mina.agent.get('/free/write')
  await site.ctx.db('board_numbers').where({ boardId: board.id }).delete()
  const pages = await Promise.all(['하나', '둘', '셋'].map((title) => mina.agent.submit(form, '#post-form', { title, body: '글' })))
  expect(pages.map(({ status }) => status)).toEqual([409, 409, 409])
  expect(await stored()).toEqual([])
})
