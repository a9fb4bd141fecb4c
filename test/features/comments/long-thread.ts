import type { AppContext } from '../../../src/context.ts'
import { threadPath } from '../../../src/features/comments/comments.types.ts'
import { threadsChanged } from '../../../src/features/comments/threads/thread-buckets.service.ts'
import { addComments, holdPost } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import type { Talk, TalkPost } from './talk.ts'

interface Twig {
  number: number
  root: number
  path: Buffer
  votes: number
}

/**
 * A post with so many comments as a busy one has: every third answers an earlier one, some have votes, and a few roots are voted down. Quicker than
 * through the door; what the services keep right is counted here in their way.
 */
export async function fillThread(
  talk: Talk,
  count: number,
): Promise<{ post: TalkPost; inOrder: Record<'oldest' | 'newest' | 'best', number[]> }> {
  const { db } = talk.ctx
  const post = await talk.aPost()
  const twigs: Twig[] = []
  const ids = new Map<number, number>()
  for (let number = 1; number <= count; number += 1) {
    const parent = number % 3 === 0 ? twigs[(number * 7) % twigs.length] : undefined
    const path = threadPath(parent?.path ?? null, number)
    const votes = number % 11 === 0 ? number % 5 : 0
    twigs.push({ number, root: parent?.root ?? number, path, votes })
    const [id] = await db('comments').insert({
      ...{ postId: post.id, number, path, parentId: parent ? ids.get(parent.number) : null, authorId: talk.mina.id },
      ...{ body: `${number}`, html: `<p>${number}</p>`, rendererVersion: 1_000, voteCount: votes, createdAt: new Date() },
    })
    ids.set(number, Number(id))
    const voters = Array.from({ length: votes }, (_, index) => ({
      commentId: id,
      memberId: 5_000 + index,
      value: 1,
      createdAt: new Date(),
    }))
    if (voters.length > 0) await db('comment_votes').insert(voters)
  }
  await inTransaction(db, async (trx) => {
    const held = await holdPost(trx, post.id)
    if (held) await addComments(trx, held, { numbers: count, seen: count }, new Date())
    await threadsChanged(trx, { id: post.id, lastCommentNumber: count }, 'all')
  })
  return { post, inOrder: { oldest: ordered(twigs, 'oldest'), newest: ordered(twigs, 'newest'), best: ordered(twigs, 'best') } }
}

function ordered(twigs: Twig[], sort: 'oldest' | 'newest' | 'best'): number[] {
  const roots = twigs.filter(({ number, root }) => number === root)
  const compare = {
    oldest: (a: Twig, b: Twig) => a.root - b.root,
    newest: (a: Twig, b: Twig) => b.root - a.root,
    best: (a: Twig, b: Twig) => b.votes - a.votes || a.root - b.root,
  }[sort]
  return roots
    .sort(compare)
    .flatMap(({ root }) => twigs.filter((twig) => twig.root === root).sort((a, b) => Buffer.compare(a.path, b.path)))
    .map(({ number }) => number)
}

/** Comments as people talk, by SQL: a third answers what was said lately, some of it is long, a tenth has votes that nobody gave. */
export async function fillBusyThread(
  ctx: AppContext,
  { postId, authorId }: { postId: number; authorId: number },
  count: number,
): Promise<void> {
  const { db } = ctx
  const firstId = Number((await db('comments').max('id as last').first())?.last ?? 0) + 1
  const paths: Buffer[] = []
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const parent = number % 3 === 0 ? index - 1 - ((number * 7) % Math.min(index, 150)) : null
    const path = threadPath(parent === null ? null : (paths[parent] ?? null), number)
    paths.push(path)
    const body = '산책하다가 들렀는데 국물이 진하고 김치도 맛있었습니다. '.repeat(1 + (number % 4))
    const voteCount = number % 10 === 0 ? (number * 31) % 20 : 0
    const said = { body, html: `<p>${body}</p>`, rendererVersion: 1_000, voteCount, createdAt: new Date() }
    return { ...said, id: firstId + index, postId, number, path, parentId: parent === null ? null : firstId + parent, authorId }
  })
  for (let from = 0; from < count; from += 1_000) await db('comments').insert(rows.slice(from, from + 1_000))
  await inTransaction(db, async (trx) => {
    const held = await holdPost(trx, postId)
    if (held) await addComments(trx, held, { numbers: count, seen: count }, new Date())
    await threadsChanged(trx, { id: postId, lastCommentNumber: count }, 'all')
  })
  await db.raw('ANALYZE TABLE comments, comment_buckets')
}
