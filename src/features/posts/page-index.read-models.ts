import type { Db } from '../../lib/db/db.ts'
import { BLOCK_SIZE, blockStart, type NumberList } from './post-lists.types.ts'

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
  { list = 'newest', page, pageSize }: { list?: NumberList; page: number; pageSize: number },
): Promise<PageStart | undefined> {
  const before = (page - 1) * pageSize
  const [rows] = (await db.raw(
    `SELECT from_rank, up_to - listed_count AS before_block, total FROM (
       SELECT from_rank, listed_count, SUM(listed_count) OVER (ORDER BY from_rank DESC) AS up_to, SUM(listed_count) OVER () AS total
       FROM list_blocks WHERE board_id = ? AND list = ?
     ) AS blocks WHERE up_to > ? ORDER BY from_rank DESC LIMIT 1`,
    [boardId, list, before],
  )) as [{ fromRank: number; beforeBlock: number; total: number }[]]
  const found = rows[0]
  return found && { total: found.total, belowNumber: found.fromRank + BLOCK_SIZE, skip: before - found.beforeBlock }
}

export async function countListed(db: Db, boardId: number, list: NumberList = 'newest'): Promise<number> {
  const [row] = await db('list_blocks').where({ boardId, list }).sum<{ total: number | null }[]>({ total: 'listedCount' })
  return row?.total ?? 0
}

/**
 * Columns for a statement that reads one post: how many posts its board lists, and how many of them stand above it. Board and number are
 * given as values: MySQL takes no range of an index whose ends come from another row, and would walk through the whole board.
 */
export const placeColumns = (db: Db, boardId: number, number: number) => {
  const from = blockStart(number)
  return [
    db.raw("(SELECT COALESCE(SUM(k.listed_count), 0) FROM list_blocks AS k WHERE k.board_id = ? AND k.list = 'newest') AS total", [
      boardId,
    ]),
    db.raw(
      `(SELECT COALESCE(SUM(k.listed_count), 0) FROM list_blocks AS k WHERE k.board_id = ? AND k.list = 'newest' AND k.from_rank > ?)
       + (SELECT COUNT(*) FROM posts AS n WHERE n.board_id = ? AND n.listed = 1 AND n.number > ? AND n.number < ?) AS above`,
      [boardId, from, boardId, number, from + BLOCK_SIZE],
    ),
  ]
}
