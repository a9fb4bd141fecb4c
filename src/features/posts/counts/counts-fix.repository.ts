import type { Db } from '../../../lib/db/db.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { changeListing } from '../lists/page-index.repository.ts'
import { BLOCK_SIZE, type Listing, listingColumns, listsOf } from '../lists/post-lists.types.ts'
import { updateHasPoll } from '../posts.repository.ts'

/** Each count is taken anew under the lock that its writers take, so that mending may run while the site does. */

/** The posts are held first, as everywhere: nobody enters or leaves the list between the count and its keeping. */
export const recountBlock = (db: Db, boardId: number, { list, from }: { list: string; from: number }): Promise<void> =>
  inTransaction(db, async (trx) => {
    const posts: Listing[] = await trx('posts')
      .where({ boardId })
      .whereBetween('number', [from, from + BLOCK_SIZE - 1])
      .orderBy('number')
      .forUpdate()
      .select(...listingColumns)
    const listedCount = posts.filter((post) => (listsOf(post) as string[]).includes(list)).length
    await trx('list_blocks').insert({ boardId, list, fromRank: from, listedCount }).onConflict().merge({ listedCount })
  })

export const recountComments = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx('posts').where({ id: postId }).forUpdate().first('id')
    await changeListing(trx, postId, { commentCount: await countComments(trx, postId) })
  })

export const recountReplies = (db: Db, rootId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx('posts').where({ id: rootId }).forUpdate().first('id')
    const [row] = await trx('posts').where({ rootId, status: 'visible' }).forShare().count<{ total: number }[]>({ total: '*' })
    await changeListing(trx, rootId, { replyCount: row?.total ?? 0 })
  })

export const recountVotes = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx('posts').where({ id: postId }).forUpdate().first('id')
    const counts = { voteCount: await countVotes(trx, postId, 1), downCount: await countVotes(trx, postId, -1) }
    await trx('posts').where({ id: postId }).update(counts)
  })

export const markPoll = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx('posts').where({ id: postId }).forUpdate().first('id')
    const poll = await trx('polls').where({ postId }).forShare().first('postId')
    await updateHasPoll(trx, postId, poll !== undefined)
  })

/** Read as they stand now, not as they stood when the transaction began. */
const countComments = async (trx: Db, postId: number): Promise<number> => {
  const [row] = await trx('comments').where({ postId, status: 'visible' }).forShare().count<{ total: number }[]>({ total: '*' })
  return row?.total ?? 0
}

const countVotes = async (trx: Db, postId: number, value: 1 | -1): Promise<number> => {
  const [row] = await trx('post_votes').where({ postId, value }).forShare().count<{ total: number }[]>({ total: '*' })
  return row?.total ?? 0
}
