import type { Db } from '../../lib/db/db.ts'
import type { MenuDraft, MenuItem } from './menu.types.ts'

/** Owns `menu_items`. */

export const insertItem = (trx: Db, item: Omit<MenuItem, 'id'>) => trx<MenuItem>('menu_items').insert(item)
export const updateItem = (trx: Db, id: number, change: Partial<MenuDraft & { position: number }>) =>
  trx<MenuItem>('menu_items').where({ id }).update(change)
export const deleteItem = (trx: Db, id: number) => trx<MenuItem>('menu_items').where({ id }).delete()
export const liftChildren = (trx: Db, parentId: number) => trx<MenuItem>('menu_items').where({ parentId }).update({ parentId: null })
