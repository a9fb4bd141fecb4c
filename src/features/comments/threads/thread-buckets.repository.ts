import type { Db } from '../../../lib/db/db.ts'
import { bucketOf, firstRootOf, lastRootOf } from './thread-pages.types.ts'

/** Owns `comment_buckets`. Call with the post's row held: all that changes what they count holds it too. */

export interface Cell {
  byVotes: 0 | 1
  bestRank: number
  bucket: number
  drawn: number
}

/** What is drawn in these buckets, or in all: counted in the index, thread by thread. */
export async function countCells(db: Db, postId: number, buckets: readonly number[] | 'all'): Promise<Cell[]> {
  const threads = db('comments').where({ postId, inThread: 1 })
  if (buckets !== 'all')
    void threads.where((any) => {
      for (const bucket of buckets) void any.orWhereBetween('root', [firstRootOf(bucket), lastRootOf(bucket)])
    })
  const rows = (await db
    .from(threads.groupBy('root').select('root', db.raw('COUNT(*) AS drawn')).as('t') as never)
    .joinRaw('STRAIGHT_JOIN comments AS r ON r.post_id = ? AND r.number = t.root', [postId])
    .select('t.root', 'r.bestRank', 't.drawn')) as { root: number; bestRank: number | null; drawn: number }[]
  const cells = new Map<string, Cell>()
  for (const { root, bestRank, drawn } of rows) {
    add(cells, { byVotes: 0, bestRank: 0, bucket: bucketOf(root), drawn })
    add(cells, { byVotes: 1, bestRank: bestRank ?? 0, bucket: bucketOf(root), drawn })
  }
  return [...cells.values()]
}

export const cellKey = ({ byVotes, bestRank, bucket }: Omit<Cell, 'drawn'>): string => `${byVotes} ${bestRank} ${bucket}`

function add(cells: Map<string, Cell>, cell: Cell): void {
  const known = cells.get(cellKey(cell))
  if (known) known.drawn += cell.drawn
  else cells.set(cellKey(cell), cell)
}

export function listCells(db: Db, postId: number, buckets: readonly number[] | 'all'): Promise<Cell[]> {
  const kept = db<Cell>('comment_buckets').where('postId' as never, postId)
  return (buckets === 'all' ? kept : kept.whereIn('bucket', [...buckets])).select<Cell[]>('byVotes', 'bestRank', 'bucket', 'drawn')
}

/** A cell that is empty now keeps its row: deleting from a table into which others insert makes them wait for each other. */
export const keepCells = (trx: Db, postId: number, cells: readonly Cell[]) =>
  trx('comment_buckets')
    .insert(cells.map((cell) => ({ postId, ...cell })))
    .onConflict()
    .merge(['drawn'])
