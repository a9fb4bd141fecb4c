import type { Db } from '../../lib/db/db.ts'
import type { Post, PostStatus } from './posts.types.ts'

/**
 * The page index: `post_blocks` counts, per board and 1,024 post numbers, the posts that its list shows (`posts.listed`). Whatever makes a post
 * enter or leave the list goes through this file, which changes the post and its block together, under the post's row lock.
 */

export const BLOCK_SIZE = 1024

export const blockOf = (number: number): number => Math.floor(number / BLOCK_SIZE)

export interface Listing {
  status: PostStatus
  pinnedAt: Date | null
}

/** The same rule as the generated column `listed`. */
const isListed = ({ status, pinnedAt }: Listing): boolean => status === 'visible' && pinnedAt === null

export type NewPost = Pick<Post, 'boardId' | 'number' | 'authorId' | 'title' | 'hasImage' | 'createdAt'>

/** @returns the new post's id */
export async function insertPost(trx: Db, post: NewPost): Promise<number> {
  const [id] = await trx('posts').insert(post)
  await addToBlock(trx, post)
  return Number(id)
}

/** @returns false when there is no such post */
export async function changeListing(trx: Db, postId: number, change: Partial<Listing> & { deletedAt?: Date | null }): Promise<boolean> {
  const before = await trx<Post>('posts').where({ id: postId }).forUpdate().first('boardId', 'number', 'status', 'pinnedAt')
  if (!before) return false
  await trx<Post>('posts').where({ id: postId }).update(change)
  const [was, is] = [isListed(before), isListed({ ...before, ...change })]
  if (is && !was) await addToBlock(trx, before)
  if (was && !is) await takeFromBlock(trx, before)
  return true
}

type Place = Pick<Post, 'boardId' | 'number'>

const addToBlock = (trx: Db, { boardId, number }: Place) =>
  trx.raw(
    'INSERT INTO post_blocks (board_id, block, listed_count) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE listed_count = listed_count + 1',
    [boardId, blockOf(number)],
  )

/** Unsigned: a count that would fall below nothing is refused by the database. */
const takeFromBlock = (trx: Db, { boardId, number }: Place) =>
  trx('post_blocks')
    .where({ boardId, block: blockOf(number) })
    .decrement('listedCount', 1)
