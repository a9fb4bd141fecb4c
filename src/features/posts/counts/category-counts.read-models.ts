import type { Db } from '../../../lib/db/db.ts'
import type { Board } from '../../boards/boards.types.ts'

/** How many posts stand under each category of a board; under null, in its whole list. One statement, over the counts of blocks alone. */
export async function countCategories(db: Db, { id: boardId, categories }: Pick<Board, 'id' | 'categories'>): Promise<CategoryCounts> {
  if (categories.length === 0) return new Map()
  const lists = new Map<string, number | null>([['newest', null]])
  for (const { id } of categories) lists.set(`category:${id}`, id)
  const rows = await db('list_blocks')
    .where({ boardId })
    .whereIn('list', [...lists.keys()])
    .groupBy('list')
    .select<{ list: string; total: number }[]>('list', db.raw('SUM(listed_count) AS total'))
  return new Map(rows.map(({ list, total }) => [lists.get(list) ?? null, Number(total)]))
}

export type CategoryCounts = ReadonlyMap<number | null, number>
