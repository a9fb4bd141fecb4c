import { expect, test } from 'vitest'
import { guest, type Reader } from '../../../src/context.ts'
import { ListAddress } from '../../../src/features/posts/lists/list-query.types.ts'
import { loadPostPage } from '../../../src/features/posts/post-page.read-models.ts'
import { createReaders } from '../../../src/reader.ts'
import { rowsRead } from '../posts/many-posts.ts'
import { fillBusyThread } from './long-thread.ts'
import { type TalkPost, useTalk } from './talk.ts'

const talk = useTalk()
const plainList = ListAddress.parse({})
const sorts = ['oldest', 'newest', 'best'] as const

async function aThreadOf(count: number): Promise<TalkPost> {
  talk.mayMiscount('votes of a comment')
  const post = await talk.aPost()
  await fillBusyThread(talk.ctx, { postId: post.id, authorId: talk.mina.id }, count)
  return post
}

const rowsOf = (post: TalkPost, reader: Reader, sort: (typeof sorts)[number], comments: number) =>
  rowsRead(talk.ctx.db, (db) =>
    loadPostPage({ ...talk.ctx, db }, reader, { board: 'free', number: post.number }, { ...plainList, comments, commentSort: () => sort }),
  )

test('a page of ten thousand comments reads no more than one of a hundred and some buckets, wherever it lies and however they are put in order', async () => {
  const [few, many] = [await aThreadOf(100), await aThreadOf(10_000)]
  const reader = createReaders(talk.ctx)(guest, 'ko', 'Asia/Seoul')
  const plain = await rowsOf(few, reader, 'oldest', 1)
  for (const sort of sorts)
    for (const page of [1, 2, 50, 100]) {
      const rows = await rowsOf(many, reader, sort, page)
      expect([sort, page, rows, rows < plain + 2_500]).toEqual([sort, page, rows, true])
    }
}, 120_000)

test('the page of a post with ten thousand comments is no heavier than 200 KB', async () => {
  const post = await aThreadOf(10_000)
  for (const page of [1, 50, 100]) {
    const { body } = await talk.visitor.get(`${post.path}?comments=${page}`)
    expect(body).toContain('국물이 진하고')
    const { body: ofMember } = await talk.mina.agent.get(`${post.path}?comments=${page}`)
    const kilobytes = [body, ofMember].map((html) => Math.round(Buffer.byteLength(html) / 1024))
    expect([page, kilobytes, Math.max(...kilobytes) <= 200]).toEqual([page, kilobytes, true])
  }
}, 120_000)
