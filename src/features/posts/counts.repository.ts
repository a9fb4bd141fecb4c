import type { Db } from '../../lib/db/db.ts'
import { BLOCK_SIZE } from './post-lists.types.ts'

/** Kept counts against what they count. Each function looks at one stretch, so that none of its statements grows with the site. */

export interface Difference {
  what: 'listed posts' | 'comments' | 'votes' | 'votes against'
  /** A block of a board, or a post. */
  at: { id: number; block: number }
  kept: number
  counted: number
}

interface Row {
  id: number
  block: number
  kept: number
  counted: number
}

const rowsOf = async (db: Db, sql: string, bindings: number[]): Promise<Row[]> => {
  const [rows] = (await db.raw(sql, bindings)) as [Row[]]
  return rows
}

const difference = (what: Difference['what'], { id, block, kept, counted }: Row): Difference => ({ what, at: { id, block }, kept, counted })

export const listBoardIds = async (db: Db): Promise<number[]> => {
  const rows = await db
    .from(db.from('posts').distinct('boardId').unionAll(db.from('list_blocks').distinct('boardId')).as('every'))
    .distinct('boardId')
  return (rows as { boardId: number }[]).map(({ boardId }) => boardId)
}

export async function lastBlock(db: Db, boardId: number): Promise<number> {
  const [post] = await db('posts').where({ boardId }).max<{ last: number | null }[]>({ last: 'number' })
  const [block] = await db('list_blocks').where({ boardId, list: 'newest' }).max<{ last: number | null }[]>({ last: 'fromRank' })
  return Math.floor(Math.max(post?.last ?? 0, block?.last ?? 0) / BLOCK_SIZE)
}

export async function lastPostId(db: Db): Promise<number> {
  const [row] = await db('posts').max<{ last: number | null }[]>({ last: 'id' })
  return row?.last ?? 0
}

/** From the index `list` alone. */
export async function compareBlocks(db: Db, boardId: number, from: number, below: number): Promise<Difference[]> {
  const rows = await rowsOf(
    db,
    `SELECT board_id AS id, block, SUM(kept) AS kept, SUM(counted) AS counted FROM (
       SELECT board_id, from_rank DIV ? AS block, listed_count AS kept, 0 AS counted FROM list_blocks
       WHERE board_id = ? AND list = 'newest' AND from_rank >= ? AND from_rank < ?
       UNION ALL
       SELECT board_id, number DIV ?, 0, COUNT(*) FROM posts
       WHERE board_id = ? AND listed = 1 AND number >= ? AND number < ? GROUP BY board_id, number DIV ?
     ) AS both_sides GROUP BY board_id, block HAVING SUM(kept) <> SUM(counted)`,
    [BLOCK_SIZE, boardId, from * BLOCK_SIZE, below * BLOCK_SIZE, BLOCK_SIZE, boardId, from * BLOCK_SIZE, below * BLOCK_SIZE, BLOCK_SIZE],
  )
  return rows.map((row) => difference('listed posts', row))
}

export async function compareComments(db: Db, from: number, below: number): Promise<Difference[]> {
  const rows = await rowsOf(
    db,
    `SELECT p.id, 0 AS block, p.comment_count AS kept, COALESCE(c.counted, 0) AS counted FROM posts AS p
     LEFT JOIN (SELECT post_id, COUNT(*) AS counted FROM comments WHERE post_id >= ? AND post_id < ? AND status = 'visible' GROUP BY post_id) AS c
       ON c.post_id = p.id
     WHERE p.id >= ? AND p.id < ? AND p.comment_count <> COALESCE(c.counted, 0)`,
    [from, below, from, below],
  )
  return rows.map((row) => difference('comments', row))
}

export async function compareVotes(db: Db, from: number, below: number): Promise<Difference[]> {
  const rows = (await rowsOf(
    db,
    `SELECT p.id, 0 AS block, p.vote_count AS kept, p.down_count AS kept_against, COALESCE(v.votes, 0) AS counted, COALESCE(v.against, 0) AS against
     FROM posts AS p
     LEFT JOIN (SELECT post_id, SUM(value > 0) AS votes, SUM(value < 0) AS against FROM post_votes WHERE post_id >= ? AND post_id < ? GROUP BY post_id) AS v
       ON v.post_id = p.id
     WHERE p.id >= ? AND p.id < ? AND (p.vote_count <> COALESCE(v.votes, 0) OR p.down_count <> COALESCE(v.against, 0))`,
    [from, below, from, below],
  )) as (Row & { keptAgainst: number; against: number })[]
  return rows.flatMap((row) =>
    [difference('votes', row), difference('votes against', { ...row, kept: row.keptAgainst, counted: row.against })].filter(
      ({ kept, counted }) => kept !== counted,
    ),
  )
}
