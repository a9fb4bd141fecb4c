import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { renderedPage } from './page-texts.types.ts'
import { PAGES_MEMORY_KEY } from './pages.read-models.ts'
import * as repository from './pages.repository.ts'

/** As `refreshBodies`, for the site's own pages: so few that they are done at once. @returns how many */
export async function refreshPages(ctx: AppContext): Promise<number> {
  const ids = await repository.listOlderPages(ctx.db)
  for (const id of ids) {
    await inTransaction(ctx.db, async (trx) => {
      const page = await repository.holdPage(trx, id)
      if (page) await repository.updatePage(trx, id, renderedPage(page))
    })
  }
  if (ids.length > 0) await ctx.memory.forget(PAGES_MEMORY_KEY)
  return ids.length
}
