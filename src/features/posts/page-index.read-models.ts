import type { Db } from '../../lib/db/db.ts'
import type { ReadList } from './lists.read-models.ts'
import { BLOCK_SIZE, blockStart } from './post-lists.types.ts'

/** A number, or more than JavaScript counts exactly, as text. */
export type Rank = number | string

/** Where a page of a list begins, and how many posts the whole list has. */
export interface PageStart {
  total: number
  /** Posts below this rank, highest first; null: from the top … */
  belowRank: Rank | null
  /** … after skipping so many: never more than one block's. */
  skip: number
}

/** A statement that finds the block in which a page begins; it looks through the counts of blocks alone. No row: the list ends before. */
export function pageStart(db: Db, list: ReadList, before: number) {
  const { boardId, name, least } = list
  return db.raw(
    `SELECT up_to - listed_count AS before_block, below_rank, total - (?) AS total FROM (
       SELECT from_rank, listed_count, SUM(listed_count) OVER highest_first AS up_to, LAG(from_rank) OVER highest_first AS below_rank,
         SUM(listed_count) OVER () AS total
       FROM list_blocks WHERE board_id = ? AND list = ? AND from_rank >= ?
       WINDOW highest_first AS (ORDER BY from_rank DESC)
     ) AS blocks WHERE up_to > ? ORDER BY from_rank DESC LIMIT 1`,
    [cutOff(db, list), boardId, name, least === null ? 0 : blockStart(least), before] as never,
  )
}

/** How many posts of the block in which a period begins are older than it. */
const cutOff = (db: Db, { posts, rankColumn, least }: ReadList) =>
  least === null ? db.raw('0') : posts().where(rankColumn, '>=', blockStart(least)).where(rankColumn, '<', least).count('*')

/** undefined: the list ends before this page. */
export async function findPageStart(
  db: Db,
  list: ReadList,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<PageStart | undefined> {
  const before = (page - 1) * pageSize
  const [rows] = (await pageStart(db, list, before)) as unknown as [{ beforeBlock: number; belowRank: Rank | null; total: number }[]]
  const found = rows[0]
  return found && found.total > before ? { total: found.total, belowRank: found.belowRank, skip: before - found.beforeBlock } : undefined
}

/**
 * Columns for a statement that reads one post: how many posts a list by number has, and how many of them stand above it. What is known is given
 * as values: MySQL takes no range of an index whose ends come from another row, and would walk through the whole board.
 */
export const placeColumns = (db: Db, list: ReadList, number: number) => {
  const { boardId, name, least } = list
  const from = blockStart(number)
  const near = list
    .posts()
    .where('number', '>', number)
    .where('number', '<', from + BLOCK_SIZE)
  return [
    db.raw(
      '(SELECT COALESCE(SUM(k.listed_count), 0) FROM list_blocks AS k WHERE k.board_id = ? AND k.list = ? AND k.from_rank >= ?) - (?) AS total',
      [boardId, name, least === null ? 0 : blockStart(least), cutOff(db, list)] as never,
    ),
    db.raw(
      '(SELECT COALESCE(SUM(k.listed_count), 0) FROM list_blocks AS k WHERE k.board_id = ? AND k.list = ? AND k.from_rank > ?) + (?) AS above',
      [boardId, name, from, near.count('*')] as never,
    ),
  ]
}
