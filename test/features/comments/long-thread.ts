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
