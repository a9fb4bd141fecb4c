import type { Db } from '../../../lib/db/db.ts'
import type { Post } from '../posts.types.ts'

/** Threads of reply posts. Call with the root's row held: the next place is then nobody else's. */

export async function countThread(trx: Db, rootId: number): Promise<number> {
  const [row] = await trx('posts').where({ rootId }).count<{ total: number }[]>({ total: '*' })
  return row?.total ?? 0
}

/** The place of the newest answer to a post, whatever became of it. */
export const findLastPath = async (trx: Db, { rootId, parentId }: { rootId: number; parentId: number }): Promise<string | null> =>
  (await trx<Post>('posts').where({ rootId, parentId }).orderBy('replyPath', 'desc').first('replyPath'))?.replyPath ?? null

/** Below a question that became secret the answers are. One that is opened again opens nobody else's words. */
export const hideReplies = (trx: Db, rootId: number) =>
  trx<Post>('posts').where({ rootId }).update({ secret: 1, excerpt: '', coverKey: null })
