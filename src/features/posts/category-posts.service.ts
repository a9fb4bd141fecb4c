import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { selectOfCategory } from './category-posts.repository.ts'
import * as index from './lists/page-index.repository.ts'
import { ranksChanged } from './ranks/ranks.service.ts'

const SLICE = 100

/**
 * Takes posts out of a category that was deleted, some at a time, their lists with them. Whatever breaks off is done by the next run.
 * @param most so many at most, for who waits for the answer
 */
export const leaveCategory = (ctx: AppContext, categoryId: number, most = Number.POSITIVE_INFINITY): Promise<number> => {
  let left = most
  return inSlices(SLICE, async (limit) => {
    if (left <= 0) return 0
    left -= limit
    const posts = await inTransaction(ctx.db, async (trx) => {
      const ids = await selectOfCategory(trx, categoryId, limit)
      for (const id of ids) await index.changeListing(trx, id, { categoryId: null })
      return ids
    })
    await ranksChanged(ctx, posts)
    return posts.length
  })
}
