import type { Db } from '../../lib/db/db.ts'
import { BLOCK_SIZE } from './page-index.repository.ts'

/** Where a page of a board's list begins, and how many posts the whole list has. */
export interface PageStart {
  total: number
  /** Posts below this number, newest first … */
  belowNumber: number
  /** … after skipping so many: never more than one block's. */
  skip: number
}

/** Looks through the counts of blocks alone. undefined: the list ends before this page. */
export async function findPageStart(
  db: Db,
  boardId: number,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<PageStart | undefined> {
  const before = (page - 1) * pageSize
  const [rows] = (await db.raw(
    `SELECT block, up_to - listed_count AS before_block, total FROM (
       SELECT block, listed_count, SUM(listed_count) OVER (ORDER BY block DESC) AS up_to, SUM(listed_count) OVER () AS total
       FROM post_blocks WHERE board_id = ?
     ) AS blocks WHERE up_to > ? ORDER BY block DESC LIMIT 1`,
    [boardId, before],
  )) as [{ block: number; beforeBlock: number; total: number }[]]
  const found = rows[0]
  return found && { total: found.total, belowNumber: (found.block + 1) * BLOCK_SIZE, skip: before - found.beforeBlock }
}

export async function countListed(db: Db, boardId: number): Promise<number> {
  const [row] = await db('post_blocks').where({ boardId }).sum<{ total: number | null }[]>({ total: 'listedCount' })
  return row?.total ?? 0
}

/**
 * Columns for a statement that reads one post: how many posts its board lists, and how many of them stand above it. Board and number are
 * given as values: MySQL takes no range of an index whose ends come from another row, and would walk through the whole board.
 */
export const placeColumns = (db: Db, boardId: number, number: number) => {
  const block = Math.floor(number / BLOCK_SIZE)
  return [
    db.raw('(SELECT COALESCE(SUM(k.listed_count), 0) FROM post_blocks AS k WHERE k.board_id = ?) AS total', [boardId]),
    db.raw(
      `(SELECT COALESCE(SUM(k.listed_count), 0) FROM post_blocks AS k WHERE k.board_id = ? AND k.block > ?)
       + (SELECT COUNT(*) FROM posts AS n WHERE n.board_id = ? AND n.listed = 1 AND n.number > ? AND n.number < ?) AS above`,
      [boardId, block, boardId, number, (block + 1) * BLOCK_SIZE],
    ),
  ]
}
