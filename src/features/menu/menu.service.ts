import type { AppContext, Viewer } from '../../context.ts'
import { movedBy } from '../../lib/arrange.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { administers } from '../boards/boards.policy.ts'
import { listMenuItems, MENU_MEMORY_KEY } from './menu.read-models.ts'
import * as repository from './menu.repository.ts'
import type { MenuDraft, MenuItem } from './menu.types.ts'

/** @throws NotFound */
export async function loadItem(ctx: AppContext, id: number): Promise<MenuItem> {
  const item = (await listMenuItems(ctx)).find((each) => each.id === id)
  if (!item) throw new NotFound(`no menu item ${id}`)
  return item
}

/** A new line stands last. */
export const addItem = (ctx: AppContext, viewer: Viewer, draft: MenuDraft): Promise<void> =>
  change(ctx, viewer, async (items) => {
    await repository.insertItem(ctx.db, { ...draft, position: Math.max(0, ...items.map(({ position }) => position)) + 1 })
  })

export const changeItem = (ctx: AppContext, viewer: Viewer, id: number, draft: MenuDraft): Promise<void> =>
  change(ctx, viewer, async () => {
    await repository.updateItem(ctx.db, id, draft)
  })

/** One place up or down among those of the same level. */
export const moveItem = (ctx: AppContext, viewer: Viewer, item: MenuItem, by: -1 | 1): Promise<void> =>
  change(ctx, viewer, (items) =>
    inTransaction(ctx.db, async (trx) => {
      const level = items.filter(({ parentId }) => parentId === item.parentId)
      for (const [index, { id }] of movedBy(level, item.id, by).entries()) await repository.updateItem(trx, id, { position: index + 1 })
    }),
  )

/** What hung below it stands in the row then. */
export const removeItem = (ctx: AppContext, viewer: Viewer, id: number): Promise<void> =>
  change(ctx, viewer, () =>
    inTransaction(ctx.db, async (trx) => {
      await repository.liftChildren(trx, id)
      await repository.deleteItem(trx, id)
    }),
  )

async function change(ctx: AppContext, viewer: Viewer, act: (items: MenuItem[]) => Promise<void>): Promise<void> {
  if (!administers(viewer)) throw new Forbidden('administrators arrange the menu')
  await act(await listMenuItems(ctx))
  await ctx.memory.forget(MENU_MEMORY_KEY)
}
