import type { Db } from '../../../lib/db/db.ts'
import type { Post } from '../../posts/posts.types.ts'
import * as repository from './thread-buckets.repository.ts'
import { bucketOf, PAGE_SIZE } from './thread-pages.types.ts'

/**
 * In the transaction of whatever adds comments to threads, takes some out, or changes the votes or the state of a root, after it, with the post's
 * row held: the buckets of these threads are counted anew. While one page holds all there are none.
 * @param roots numbers of the roots of threads; 'all' for a post that has just grown beyond a page
 */
export async function threadsChanged(
  trx: Db,
  post: Pick<Post, 'id' | 'lastCommentNumber'>,
  roots: readonly number[] | 'all',
): Promise<void> {
  if (post.lastCommentNumber <= PAGE_SIZE) return
  const changes = await findCellDifferences(trx, post.id, roots === 'all' ? roots : [...new Set(roots.map(bucketOf))])
  if (changes.length > 0)
    await repository.keepCells(
      trx,
      post.id,
      changes.map(({ byVotes, bestRank, bucket, counted }) => ({ byVotes, bestRank, bucket, drawn: counted })),
    )
}

export interface CellDifference extends Omit<repository.Cell, 'drawn'> {
  kept: number
  counted: number
}

/** What is kept of a post's buckets and isn't so. */
export async function findCellDifferences(db: Db, postId: number, buckets: readonly number[] | 'all'): Promise<CellDifference[]> {
  const counted = new Map((await repository.countCells(db, postId, buckets)).map((cell) => [repository.cellKey(cell), cell]))
  const kept = new Map((await repository.listCells(db, postId, buckets)).map((cell) => [repository.cellKey(cell), cell]))
  return [...new Map([...kept, ...counted])]
    .map(([key, { byVotes, bestRank, bucket }]) => ({
      ...{ byVotes, bestRank, bucket },
      ...{ kept: kept.get(key)?.drawn ?? 0, counted: counted.get(key)?.drawn ?? 0 },
    }))
    .filter((cell) => cell.kept !== cell.counted)
}
