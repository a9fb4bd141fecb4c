import { threadsChanged } from '../features/comments/threads/thread-buckets.service.ts'
import type { Db } from '../lib/db/db.ts'
import { inTransaction } from '../lib/db/transaction.ts'
import type { DraftComment, DraftPost } from './batch.ts'
import { assertIdFollows, insertComments, insertCommentVotes, insertPosts, insertVotes } from './corpus.repository.ts'

const ROWS_PER_STATEMENT = 1_000

/** Posts with their texts, votes and threads in one transaction: either all of the batch stands, or none of it. */
export async function storeBatch(db: Db, boardId: number, posts: readonly DraftPost[]): Promise<void> {
  await inTransaction(db, async (trx) => {
    const firstId = await insertPosts(trx, boardId, posts)
    const last = posts.length - 1
    await assertIdFollows(trx, 'posts', firstId + last, posts[last]?.number ?? 0)
    await storeVotes(trx, posts, firstId)
    await storeThreads(trx, posts, firstId)
    for (const [index, { commentCount }] of posts.entries())
      await threadsChanged(trx, { id: firstId + index, lastCommentNumber: commentCount }, 'all')
  })
}

async function storeVotes(trx: Db, posts: readonly DraftPost[], firstId: number): Promise<void> {
  const votes = posts.flatMap(({ voterIds, createdAt }, index) =>
    voterIds.map((memberId): [number, number, Date] => [firstId + index, memberId, createdAt]),
  )
  for (const some of inStatements(votes)) await insertVotes(trx, some)
}

/** Level by level: a reply needs the id of what it answers. */
async function storeThreads(trx: Db, posts: readonly DraftPost[], firstId: number): Promise<void> {
  const all = posts.flatMap(({ comments }, index) => comments.map((comment) => ({ comment, postId: firstId + index })))
  const ids = new Map<DraftComment, number>()
  for (let depth = 0; ids.size < all.length; depth += 1) {
    for (const some of inStatements(all.filter(({ comment }) => comment.depth === depth))) {
      const rows = some.map(({ comment, postId }) => ({
        ...comment,
        postId,
        parentId: comment.parent && (ids.get(comment.parent) ?? null),
      }))
      const first = await insertComments(trx, rows)
      for (const [index, { comment }] of some.entries()) ids.set(comment, first + index)
      const votes = some.flatMap(({ comment: { voterIds, createdAt } }, index) =>
        voterIds.map((memberId): [number, number, 1, Date] => [first + index, memberId, 1, createdAt]),
      )
      for (const part of inStatements(votes)) await insertCommentVotes(trx, part)
      const last = rows.length - 1
      await assertIdFollows(trx, 'comments', first + last, rows[last]?.number ?? 0)
    }
  }
}

function* inStatements<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) yield rows.slice(start, start + ROWS_PER_STATEMENT)
}
