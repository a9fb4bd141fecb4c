import type { Db } from '../../lib/db/db.ts'
import type { Post } from './posts.types.ts'

/** Posts of one category, held until the transaction ends. */
export const selectOfCategory = async (trx: Db, categoryId: number, limit: number): Promise<number[]> =>
  (await trx<Post>('posts').where({ categoryId }).orderBy('id').limit(limit).forUpdate().select('id')).map(({ id }) => id)
