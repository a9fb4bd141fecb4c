import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { BLOCK_SIZE } from './post-lists.types.ts'

/** Each count is taken anew under the lock that its writers take, so that mending may run while the site does. */

/** The posts are held first, as everywhere: nobody enters or leaves the list between the count and its keeping. */
export const recountBlock = (db: Db, boardId: number, block: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    const held = trx('posts')
      .where({ boardId })
      .whereBetween('number', [block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE - 1])
    const posts: { listed: number }[] = await held.orderBy('number').forUpdate().select('listed')
    const listedCount = posts.filter(({ listed }) => listed === 1).length
    await trx('list_blocks')
      .insert({ boardId, list: 'newest', fromRank: block * BLOCK_SIZE, listedCount })
      .onConflict()
      .merge({ listedCount })
  })

export const recountComments = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx('posts').where({ id: postId }).forUpdate().first('id')
    const commentCount = await countComments(trx, postId)
    await trx('posts').where({ id: postId }).update({ commentCount })
  })

export const recountVotes = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx('posts').where({ id: postId }).forUpdate().first('id')
    const counts = { voteCount: await countVotes(trx, postId, 1), downCount: await countVotes(trx, postId, -1) }
    await trx('posts').where({ id: postId }).update(counts)
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
