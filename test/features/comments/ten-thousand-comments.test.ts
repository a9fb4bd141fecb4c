import { expect, test } from 'vitest'
import { guest, type Reader } from '../../../src/context.ts'
import { threadPath } from '../../../src/features/comments/comments.types.ts'
import { threadsChanged } from '../../../src/features/comments/threads/thread-buckets.service.ts'
import { ListAddress } from '../../../src/features/posts/lists/list-query.types.ts'
import { loadPostPage } from '../../../src/features/posts/post-page.read-models.ts'
import { addComments, holdPost } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { createReaders } from '../../../src/reader.ts'
import { rowsRead } from '../posts/many-posts.ts'
import { type TalkPost, useTalk } from './talk.ts'

const talk = useTalk()
const plainList = ListAddress.parse({})
const sorts = ['oldest', 'newest', 'best'] as const

/** As people talk: a third answers, some of it is long, a tenth has votes. */
async function aThreadOf(count: number): Promise<TalkPost> {
  talk.mayMiscount('votes of a comment')
  const { db } = talk.ctx
  const post = await talk.aPost()
  const firstId = Number((await db('comments').max('id as last').first())?.last ?? 0) + 1
  const paths: Buffer[] = []
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    // People answer what was said lately.
    const parent = number % 3 === 0 ? index - 1 - ((number * 7) % Math.min(index, 150)) : null
    const path = threadPath(parent === null ? null : (paths[parent] ?? null), number)
    paths.push(path)
    const body = '산책하다가 들렀는데 국물이 진하고 김치도 맛있었습니다. '.repeat(1 + (number % 4))
    const voteCount = number % 10 === 0 ? (number * 31) % 20 : 0
    const said = { body, html: `<p>${body}</p>`, rendererVersion: 1_000, voteCount, createdAt: new Date() }
    return {
      ...said,
      id: firstId + index,
      postId: post.id,
      number,
      path,
      parentId: parent === null ? null : firstId + parent,
      authorId: talk.mina.id,
    }
  })
  for (let from = 0; from < count; from += 1_000) await db('comments').insert(rows.slice(from, from + 1_000))
  await inTransaction(db, async (trx) => {
    const held = await holdPost(trx, post.id)
    if (held) await addComments(trx, held, { numbers: count, seen: count }, new Date())
    await threadsChanged(trx, { id: post.id, lastCommentNumber: count }, 'all')
  })
  await db.raw('ANALYZE TABLE comments, comment_buckets')
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
