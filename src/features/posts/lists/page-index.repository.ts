import type { Db } from '../../../lib/db/db.ts'
import type { Post } from '../posts.types.ts'
import { blockStart, isListed, type Listing, listingColumns, listsOf, type NumberList } from './post-lists.types.ts'

/**
 * The page index: `list_blocks` counts, per list of a board and 1,024 post numbers, the posts that stand in it. Whatever makes a post enter or
 * leave a list goes through this file, which changes the post and its blocks together, under the post's row lock.
 */

export type NewPost = Pick<Post, 'boardId' | 'number' | 'authorId' | 'title' | 'hasImage' | 'createdAt'> &
  Partial<
    Pick<
      Post,
      | 'guestName'
      | 'commentsClosed'
      | 'status'
      | 'categoryId'
      | 'secret'
      | 'anonymous'
      | 'excerpt'
      | 'coverKey'
      | 'hasFile'
      | 'hasVideo'
      | 'hasLink'
      | 'hasPoll'
    >
  > &
  Partial<Pick<Post, 'rootId' | 'rootAuthorId' | 'parentId' | 'replyPath' | 'hangs'>>

const fresh = {
  status: 'visible',
  pinnedAt: null,
  categoryId: null,
  anonymous: 0,
  commentCount: 0,
  popularAt: null,
  rootId: null,
  hangs: 0,
  replyCount: 0,
} as const

/** @returns the new post's id */
export async function insertPost(trx: Db, post: NewPost): Promise<number> {
  const [id] = await insertPosts(trx, [post])
  return Number(id)
}

/** Of one board, in the order of their numbers. @returns their ids */
export async function insertPosts(trx: Db, posts: readonly NewPost[]): Promise<number[]> {
  const [id] = await trx('posts').insert(posts.map((post) => ({ ...post, lastActivityAt: post.createdAt })))
  await addToBlocks(trx, posts)
  if (posts.length === 1) return [Number(id)]
  // That the others' ids follow on the first one's holds with some servers' settings, not with all.
  const boardId = posts[0]?.boardId ?? 0
  const numbers = posts.map(({ number }) => number)
  return trx<Post>('posts').where({ boardId }).whereIn('number', numbers).orderBy('number').pluck('id')
}

type Pinning = Pick<Post, 'pinnedUntil' | 'pinnedEverywhere' | 'announced'>
type Change = Partial<Listing & Pinning & Pick<Post, 'deletedAt' | 'lastActivityAt' | 'lastCommentNumber'>>

/** @returns false when there is no such post */
export async function changeListing(trx: Db, postId: number, change: Change): Promise<boolean> {
  const before = await holdListing(trx, postId)
  if (!before) return false
  await applyChange(trx, postId, before, change)
  return true
}

/**
 * For a post whose row this transaction holds, as it read it then. The first comment, or the loss of the last, moves a post between the answered
 * and the unanswered.
 */
export const changeHeld = (trx: Db, held: Post, change: Change): Promise<void> => applyChange(trx, held.id, held, change)

type Held = Listing & Pick<Post, 'boardId' | 'number'>

const holdListing = (trx: Db, postId: number): Promise<Held | undefined> =>
  trx<Post>('posts')
    .where({ id: postId })
    .forUpdate()
    .first(...listingColumns)

async function applyChange(trx: Db, postId: number, before: Held, change: Change): Promise<void> {
  await trx('posts').where({ id: postId }).update(change)
  const after = { ...before, ...change }
  await changeBlocks(trx, before, listsOf(before), listsOf(after))
  const by = Number(after.status === 'visible') - Number(before.status === 'visible')
  if (before.rootId !== null && by !== 0) await countReplies(trx, before.rootId, by)
  if (before.rootId === null && isListed(before) !== isListed(after)) await hangReplies(trx, postId, isListed(after) ? 1 : 0)
}

/** So many more below a root: each is counted once, by whatever makes it seen. */
export async function countReplies(trx: Db, rootId: number, by: number, change: Change = {}): Promise<void> {
  const root = await holdListing(trx, rootId)
  if (root) await applyChange(trx, rootId, root, { ...change, replyCount: root.replyCount + by })
}

/** Replies hang below a root that is a row of lists. Of one that was taken away, or stands above them as a notice, they are rows themselves. */
async function hangReplies(trx: Db, rootId: number, hangs: 0 | 1): Promise<void> {
  const replies: { id: number }[] = await trx('posts').where({ rootId }).orderBy('id').select('id')
  for (const { id } of replies) await changeListing(trx, id, { hangs })
}

/** In one order for everybody, so that two who change posts of a board at once don't wait for each other crosswise. */
async function changeBlocks(trx: Db, at: Pick<Post, 'boardId' | 'number'>, before: NumberList[], after: NumberList[]): Promise<void> {
  const changes = [
    ...before.filter((list) => !after.includes(list)).map((list) => ({ list, by: -1 })),
    ...after.filter((list) => !before.includes(list)).map((list) => ({ list, by: 1 })),
  ].sort((a, b) => (a.list < b.list ? -1 : 1))
  for (const { list, by } of changes) {
    if (by === 1) await addToBlock(trx, at, list)
    else await takeFromBlock(trx, at, list)
  }
}

/** One statement for all of them, in the same order. */
async function addToBlocks(trx: Db, posts: readonly NewPost[]): Promise<void> {
  const added = new Map<string, { boardId: number; list: NumberList; fromRank: number; listedCount: number }>()
  for (const post of posts) {
    for (const list of listsOf({ ...fresh, ...post })) {
      const fromRank = blockStart(post.number)
      const key = `${list} ${fromRank}`
      added.set(key, { boardId: post.boardId, list, fromRank, listedCount: (added.get(key)?.listedCount ?? 0) + 1 })
    }
  }
  if (added.size === 0) return
  const inOrder = [...added.values()].sort((a, b) => (a.list === b.list ? a.fromRank - b.fromRank : a.list < b.list ? -1 : 1))
  await trx('list_blocks')
    .insert(inOrder)
    .onConflict()
    .merge({ listedCount: trx.raw('listed_count + VALUES(listed_count)') })
}

const addToBlock = (trx: Db, { boardId, number }: Pick<Post, 'boardId' | 'number'>, list: NumberList) =>
  trx.raw(
    'INSERT INTO list_blocks (board_id, list, from_rank, listed_count) VALUES (?, ?, ?, 1) ON DUPLICATE KEY UPDATE listed_count = listed_count + 1',
    [boardId, list, blockStart(number)],
  )

/** Unsigned: a count that would fall below nothing is refused by the database. */
const takeFromBlock = (trx: Db, { boardId, number }: Pick<Post, 'boardId' | 'number'>, list: NumberList) =>
  trx('list_blocks')
    .where({ boardId, list, fromRank: blockStart(number) })
    .decrement('listedCount', 1)
