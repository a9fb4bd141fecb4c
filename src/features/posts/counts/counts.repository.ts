import type { Db } from '../../../lib/db/db.ts'
import type { CommentDifference } from '../../comments/counts/comment-counts.service.ts'
import type { PollDifference } from '../../polls/poll-counts.service.ts'
import { BLOCK_SIZE } from '../lists/post-lists.types.ts'
import type { RankedSort } from '../ranks/ranks.types.ts'

/** Kept counts against what they count. Each function looks at one stretch, so that none of its statements grows with the site. */

export interface Difference {
  what:
    | 'listed posts'
    | 'ranked posts'
    | 'comments'
    | 'replies'
    | 'votes'
    | 'votes against'
    | 'marks of polls'
    | PollDifference['what']
    | CommentDifference['what']
  /** A block of a board's list, a post, or a comment. */
  at: { id: number; list: string; from: number | string }
  kept: number
  counted: number
}

interface Row {
  id: number
  list: string
  fromRank: number | string
  kept: number
  counted: number
}

const rowsOf = async (db: Db, sql: string, bindings: (string | number)[]): Promise<Row[]> => {
  const [rows] = (await db.raw(sql, bindings)) as [Row[]]
  return rows
}

const difference = (what: Difference['what'], { id, list, fromRank, kept, counted }: Row): Difference => ({
  what,
  at: { id, list, from: fromRank },
  kept,
  counted,
})

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

/** How each kind of list by number is named, and what stands in it; each is counted from its own index. */
const kinds: Record<string, { name: string; listed: string; pattern: string }> = {
  newest: { name: "'newest'", listed: 'listed = 1', pattern: '^newest$' },
  unanswered: { name: "'unanswered'", listed: 'unanswered = 1', pattern: '^unanswered$' },
  popular: { name: "'popular'", listed: 'popular = 1', pattern: '^popular$' },
  category: { name: "CONCAT('category:', category_id)", listed: 'listed = 1 AND category_id IS NOT NULL', pattern: '^category:[0-9]+$' },
  author: { name: "CONCAT('author:', shown_author_id)", listed: 'listed = 1 AND shown_author_id IS NOT NULL', pattern: '^author:' },
  mine: { name: "CONCAT('mine:', author_id)", listed: 'listed = 1 AND author_id IS NOT NULL', pattern: '^mine:' },
}

/** All lists by number of one stretch of numbers. */
export async function compareBlocks(db: Db, boardId: number, from: number, below: number): Promise<Difference[]> {
  const differences: Difference[] = []
  const stretch = [boardId, from * BLOCK_SIZE, below * BLOCK_SIZE]
  for (const { name, listed, pattern } of Object.values(kinds)) {
    const sql = [
      'SELECT ? AS id, list, from_rank, SUM(kept) AS kept, SUM(counted) AS counted FROM (',
      'SELECT list, from_rank, listed_count AS kept, 0 AS counted FROM list_blocks FORCE INDEX (stretch)',
      'WHERE board_id = ? AND from_rank >= ? AND from_rank < ? AND list REGEXP ?',
      'UNION ALL SELECT',
      name,
      ', number - number % ?, 0, COUNT(*) FROM posts WHERE board_id = ? AND number >= ? AND number < ? AND',
      listed,
      'GROUP BY 1, 2) AS both_sides GROUP BY list, from_rank HAVING SUM(kept) <> SUM(counted)',
    ]
    const rows = await rowsOf(db, sql.join(' '), [boardId, ...stretch, pattern, BLOCK_SIZE, ...stretch])
    differences.push(...rows.map((row) => difference('listed posts', row)))
  }
  return differences
}

const RANKED_BLOCKS_A_STEP = 64

/** The blocks of one ranked list, each counted in the index of its order between ends that are given as values: so many to a statement. */
export async function* compareRanked(
  db: Db,
  boardId: number,
  list: { name: string; sort: RankedSort; categoryId: number | null },
): AsyncGenerator<Difference> {
  const blocks: Pick<Row, 'fromRank' | 'kept'>[] = await db('list_blocks')
    .where({ boardId, list: list.name })
    .orderBy('fromRank')
    .select('fromRank', 'listedCount as kept')
  const counted = (index: number) => {
    const ranks = db('post_ranks').where(list.categoryId === null ? { boardId } : { categoryId: list.categoryId })
    void ranks.where(list.sort, '>=', BigInt(blocks[index]?.fromRank ?? 0) as never)
    const end = blocks[index + 1]?.fromRank
    if (end !== undefined) void ranks.where(list.sort, '<', BigInt(end) as never)
    return ranks.select(db.raw('? AS at', [index]), db.raw('COUNT(*) AS counted'))
  }
  for (let from = 0; from < blocks.length; from += RANKED_BLOCKS_A_STEP) {
    const step = blocks.slice(from, from + RANKED_BLOCKS_A_STEP).map((_, index) => counted(from + index))
    const rows = (await db.queryBuilder().unionAll(step, true)) as { at: number; counted: number }[]
    for (const { at, counted: is } of rows) {
      const block = blocks[at]
      if (block && block.kept !== is) yield difference('ranked posts', { id: boardId, list: list.name, ...block, counted: is })
    }
  }
}

export async function compareComments(db: Db, from: number, below: number): Promise<Difference[]> {
  const rows = await rowsOf(
    db,
    `SELECT p.id, '' AS list, 0 AS from_rank, p.comment_count AS kept, COALESCE(c.counted, 0) AS counted FROM posts AS p
     LEFT JOIN (SELECT post_id, COUNT(*) AS counted FROM comments WHERE post_id >= ? AND post_id < ? AND status = 'visible' GROUP BY post_id) AS c
       ON c.post_id = p.id
     WHERE p.id >= ? AND p.id < ? AND p.comment_count <> COALESCE(c.counted, 0)`,
    [from, below, from, below],
  )
  return rows.map((row) => difference('comments', row))
}

export async function compareReplies(db: Db, from: number, below: number): Promise<Difference[]> {
  const rows = await rowsOf(
    db,
    `SELECT p.id, '' AS list, 0 AS from_rank, p.reply_count AS kept, COALESCE(r.counted, 0) AS counted FROM posts AS p
     LEFT JOIN (SELECT root_id, COUNT(*) AS counted FROM posts WHERE root_id >= ? AND root_id < ? AND status = 'visible' GROUP BY root_id) AS r
       ON r.root_id = p.id
     WHERE p.id >= ? AND p.id < ? AND p.reply_count <> COALESCE(r.counted, 0)`,
    [from, below, from, below],
  )
  return rows.map((row) => difference('replies', row))
}

/** A mark, not a count: one where the post has a poll. */
export async function comparePollMarks(db: Db, from: number, below: number): Promise<Difference[]> {
  const rows = await rowsOf(
    db,
    `SELECT p.id, '' AS list, 0 AS from_rank, p.has_poll AS kept, q.post_id IS NOT NULL AS counted FROM posts AS p
     LEFT JOIN polls AS q ON q.post_id = p.id
     WHERE p.id >= ? AND p.id < ? AND p.has_poll <> (q.post_id IS NOT NULL)`,
    [from, below],
  )
  return rows.map((row) => difference('marks of polls', row))
}

export async function compareVotes(db: Db, from: number, below: number): Promise<Difference[]> {
  const rows = (await rowsOf(
    db,
    `SELECT p.id, '' AS list, 0 AS from_rank, p.vote_count AS kept, p.down_count AS kept_against, COALESCE(v.votes, 0) AS counted, COALESCE(v.against, 0) AS against
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
