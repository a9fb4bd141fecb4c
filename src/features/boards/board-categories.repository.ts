import type { Db } from '../../lib/db/db.ts'
import type { BoardCategory } from './board-categories.types.ts'

/** Owns `board_categories`. */

export type NewCategory = Omit<BoardCategory, 'id'>

export async function insertCategory(trx: Db, category: NewCategory): Promise<number> {
  const [id] = await trx('board_categories').insert(category)
  return Number(id)
}

/** In their order, held until the transaction ends. */
export const holdCategories = (trx: Db, boardId: number): Promise<BoardCategory[]> =>
  trx<BoardCategory>('board_categories').where({ boardId }).orderBy(['position', 'id']).forUpdate()

export const updateCategory = (trx: Db, id: number, change: Partial<NewCategory>) =>
  trx<BoardCategory>('board_categories').where({ id }).update(change)

export const deleteCategory = (trx: Db, id: number) => trx<BoardCategory>('board_categories').where({ id }).delete()

export const deleteCategoriesOf = (trx: Db, boardId: number) => trx<BoardCategory>('board_categories').where({ boardId }).delete()
