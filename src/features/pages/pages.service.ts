import type { AppContext, Viewer } from '../../context.ts'
import { movedBy } from '../../lib/arrange.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import { administers } from '../boards/boards.policy.ts'
import { renderedPage } from './page-texts.types.ts'
import { listOwnPages, PAGES_MEMORY_KEY } from './pages.read-models.ts'
import * as repository from './pages.repository.ts'
import type { OwnPage, PageDraft } from './pages.types.ts'

/** @returns false when another page has this address. A new one stands last. */
export const addPage = (ctx: AppContext, viewer: Viewer, draft: PageDraft): Promise<boolean> =>
  change(ctx, viewer, async () => {
    const position = Math.max(0, ...(await listOwnPages(ctx)).map((page) => page.position)) + 1
    await repository.insertPage(ctx.db, { ...rendered(draft), position, updatedAt: ctx.clock.now() })
  })

/** @returns false when another page has this address */
export const changePage = (ctx: AppContext, viewer: Viewer, id: number, draft: PageDraft): Promise<boolean> =>
  change(ctx, viewer, async () => {
    await repository.updatePage(ctx.db, id, { ...rendered(draft), updatedAt: ctx.clock.now() })
  })

export const movePage = (ctx: AppContext, viewer: Viewer, page: OwnPage, by: -1 | 1): Promise<boolean> =>
  change(ctx, viewer, async () => {
    const order = movedBy(await listOwnPages(ctx), page.id, by)
    await inTransaction(ctx.db, async (trx) => {
      for (const [index, { id }] of order.entries()) await repository.updatePage(trx, id, { position: index + 1 })
    })
  })

export const removePage = (ctx: AppContext, viewer: Viewer, id: number): Promise<boolean> =>
  change(ctx, viewer, async () => {
    await repository.deletePage(ctx.db, id)
  })

const rendered = (draft: PageDraft) => ({ ...draft, ...renderedPage(draft) })

async function change(ctx: AppContext, viewer: Viewer, act: () => Promise<void>): Promise<boolean> {
  if (!administers(viewer)) throw new Forbidden('administrators write the pages')
  try {
    await act()
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  } finally {
    await ctx.memory.forget(PAGES_MEMORY_KEY)
  }
}
