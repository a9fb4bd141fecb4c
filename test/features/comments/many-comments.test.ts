import { expect, test } from 'vitest'
import { threadPath } from '../../../src/features/comments/comments.types.ts'
import { countAnew } from '../../support/post-rows.ts'
import { useTalk } from './talk.ts'

const talk = useTalk()
const comment = (body: string, parent = '', post = talk.post) =>
  talk.mina.agent.request(`${post.path}/comments`, {
    method: 'POST',
    body: new URLSearchParams({ body, parent }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })

/** What the post says of its comments, and what there really is. */
async function books(postId: number) {
  const { db } = talk.ctx
  const post = await db('posts').where({ id: postId }).first('commentCount', 'lastCommentNumber')
  const rows = await db('comments').where({ postId }).orderBy('path').select('number', 'path', 'status')
  return { said: post, rows, visible: rows.filter(({ status }) => status === 'visible').length }
}

test('200 comments in the same instant: all are kept, counted once, with a number and a place each', async () => {
  await comment('뿌리')
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => comment(`댓글 ${index}`, index % 3 === 0 ? '1' : '')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const { said, rows, visible } = await books(talk.post.id)
  expect(said).toEqual({ commentCount: 201, lastCommentNumber: 201 })
  expect(visible).toBe(201)
  expect(new Set(rows.map(({ number }) => number)).size).toBe(201)
  expect(rows.map(({ path }) => path)).toEqual(rows.map(({ path }) => path).toSorted(Buffer.compare))
  // The root, its replies in the order of their numbers, then the others in theirs.
  const [below, beside] = [rows.filter(({ path }) => path.length > 4), rows.filter(({ path }) => path.length === 4)]
  for (const group of [below, beside])
    expect(group.map(({ number }) => number)).toEqual(group.map(({ number }) => number).toSorted((a, b) => a - b))
})

test('comments while moderators lock, hide and remove the post: none is lost, none uncounted, none after the act', async () => {
  for (let round = 0; round < 12; round += 1) {
    const post = await talk.aPost()
    const act = ['lock', 'hide', 'remove'][round % 3]!
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 8 }, (_, index) => comment(`${round}-${index}`, '', post))),
      talk.moderator.agent.post(`${post.path}/${act}`, { reason: '겨루기' }),
    ])
    const kept = answers.filter(({ status }) => status === 303).length
    expect(
      answers.filter(({ status }) => ![303, 404, 409].includes(status)),
      act,
    ).toEqual([])
    const { said, visible } = await books(post.id)
    expect(said?.commentCount, act).toBe(kept)
    expect(visible, act).toBe(kept)
    expect((await comment('늦은 댓글', '', post)).status, act).toBe(act === 'lock' ? 409 : 404)
  }
})

test('replies while what they answer is deleted: each stands below a place that is shown', async () => {
  for (let round = 0; round < 6; round += 1) {
    const post = await talk.aPost()
    await comment('곧 지울 댓글', '', post)
    await Promise.all([comment('답글', '1', post), talk.mina.agent.post(`${post.path}/comments/1/delete`, {}), comment('또', '1', post)])
    const page = await talk.visitor.get(post.path)
    const { said, visible } = await books(post.id)
    expect(said?.commentCount).toBe(visible)
    expect(page.texts('.said')).toHaveLength(visible)
    expect(page.texts('.comment__stub')).toHaveLength(visible > 0 ? 1 : 0)
  }
})

/** As a busy post has them: quicker than through the door. */
async function fill(count: number) {
  const row = (number: number, path: Buffer, parentId: number | null) => ({
    postId: talk.post.id,
    number,
    path,
    parentId,
    authorId: talk.mina.id,
    body: `댓글 ${number}`,
    html: `<p>댓글 ${number}</p>`,
    rendererVersion: 1,
    createdAt: new Date(),
  })
  const [first] = await talk.ctx.db('comments').insert(row(1, threadPath(null, 1), null))
  await talk.ctx.db('comments').insert(Array.from({ length: count - 1 }, (_, index) => row(index + 2, threadPath(null, index + 2), null)))
  await talk.ctx.db('posts').where({ id: talk.post.id }).update({ commentCount: count, lastCommentNumber: count })
  await countAnew(talk)
  return Number(first)
}

test('more than a hundred comments are read in pages', async () => {
  await fill(250)
  const [one, three] = [await talk.visitor.get(talk.post.path), await talk.visitor.get(`${talk.post.path}?comments=3`)]
  expect(one.texts('.said')).toHaveLength(100)
  expect(one.texts('#comments .pages a')).toEqual(['2', '3'])
  expect(three.texts('.said')).toHaveLength(50)
  expect(three.text('.said')).toBe('댓글 201')
  expect(three.text('#comments .pages [aria-current=page]')).toBe('3')
  expect((await talk.visitor.get(`${talk.post.path}?comments=99`)).text('.said')).toBe('댓글 201')
})

test('the address of a comment leads to the page that holds it, before and after others moved it', async () => {
  await fill(150)
  const { db } = talk.ctx
  const at = async (number: number) => (await talk.visitor.request(`${talk.post.path}/comments/${number}`)).headers.get('location')
  expect(await at(100)).toBe(`${talk.post.path}#comment-100`)
  expect(await at(101)).toBe(`${talk.post.path}?comments=2#comment-101`)
  const reply = await comment('맨 위에 답글', '1')
  expect(reply.headers.get('location')).toBe(`${talk.post.path}#comment-151`)
  expect(await at(100)).toBe(`${talk.post.path}?comments=2#comment-100`)
  expect((await comment('맨 아래')).headers.get('location')).toBe(`${talk.post.path}?comments=2#comment-152`)
  await db('comments').where({ number: 120 }).update({ status: 'deleted', inThread: 0 })
  await countAnew(talk)
  expect((await talk.visitor.request(`${talk.post.path}/comments/120`)).status).toBe(404)
  expect((await talk.visitor.request(`${talk.post.path}/comments/999`)).status).toBe(404)
})

test('below the deepest level a reply stands beside what it answers', async () => {
  let path = threadPath(null, 1)
  let parentId: number | null = null
  for (let number = 1; number <= 255; number += 1) {
    if (number > 1) path = threadPath(path, number)
    const row: object = {
      postId: talk.post.id,
      number,
      path,
      parentId,
      authorId: talk.mina.id,
      body: 'x',
      html: '<p>x</p>',
      rendererVersion: 1,
      createdAt: new Date(),
    }
    parentId = Number((await talk.ctx.db('comments').insert(row))[0])
  }
  await talk.ctx.db('posts').where({ id: talk.post.id }).update({ commentCount: 255, lastCommentNumber: 255 })
  await countAnew(talk)
  expect((await comment('더 깊이', '255')).status).toBe(303)
  const { rows } = await books(talk.post.id)
  expect(rows.at(-1)?.number).toBe(256)
  expect(rows.at(-1)?.path.length).toBe(1020)
})
