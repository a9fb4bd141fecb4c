import type { AppContext } from '../../../context.ts'
import { whileUnchanged } from '../../../lib/cache/while-unchanged.ts'
import type { Db } from '../../../lib/db/db.ts'
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

/** The blocks of a list, highest first. */
export interface Blocks {
  total: number
  ranks: readonly Rank[]
  /** How many posts stand in a block and above it. */
  upTo: readonly number[]
}

/**
 * A million posts are a thousand counts: they are read once after each change, and looked up in memory by all pages until the next. (Finding the
 * block in SQL took 0.8 ms of the server's time a page, reading them all takes 0.3.)
 */
export function loadBlocks(ctx: AppContext, list: ReadList): Promise<Blocks> {
  const { boardId, name } = list
  const load = () => readBlocks(ctx.db, list)
  return typeof name === 'string' ? whileUnchanged(ctx, `blocks ${boardId} ${name}`, load) : load()
}

async function readBlocks(db: Db, { boardId, name }: ReadList): Promise<Blocks> {
  const rows: { fromRank: Rank; listedCount: number }[] = await db('list_blocks')
    .where({ boardId })
    .whereRaw('list = ?', [name] as never)
    .orderBy('fromRank', 'desc')
    .select('fromRank', 'listedCount')
  const upTo: number[] = []
  let total = 0
  for (const { listedCount } of rows) {
    total += listedCount
    upTo.push(total)
  }
  return { total, ranks: rows.map(({ fromRank }) => fromRank), upTo }
}

/** undefined: the list ends before this page. */
export async function findPageStart(
  ctx: AppContext,
  list: ReadList,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<PageStart | undefined> {
  const [blocks, older] = await Promise.all([loadBlocks(ctx, list), countOlder(list)])
  const total = totalOf(blocks, list) - older
  const before = (page - 1) * pageSize
  return total > before ? { total, ...startIn(blocks, before) } : undefined
}

/** The block in which the post after so many others stands. */
export function startIn({ ranks, upTo }: Blocks, before: number): Pick<PageStart, 'belowRank' | 'skip'> {
  let [first, last] = [0, upTo.length]
  while (first < last) {
    const middle = (first + last) >> 1
    if ((upTo[middle] ?? 0) > before) last = middle
    else first = middle + 1
  }
  // Within the highest block, from the top: a post may have come above it since.
  return { belowRank: ranks[first - 1] ?? null, skip: before - (upTo[first - 1] ?? 0) }
}

/** How many posts stand in blocks above the one of this number. */
export function aboveBlock({ ranks, upTo }: Blocks, number: number): number {
  const from = blockStart(number)
  const below = ranks.findIndex((rank) => Number(rank) <= from)
  return upTo[(below === -1 ? ranks.length : below) - 1] ?? 0
}

/** Of a list that is cut off where its period begins: down to that block. */
export function totalOf({ total, ranks, upTo }: Blocks, { least }: ReadList): number {
  if (least === null) return total
  const from = blockStart(least)
  const below = ranks.findIndex((rank) => Number(rank) < from)
  return upTo[(below === -1 ? ranks.length : below) - 1] ?? 0
}

/** How many posts of the block in which a period begins are older than it. */
export async function countOlder({ posts, rankColumn, least }: ReadList): Promise<number> {
  if (least === null) return 0
  const [row] = (await posts().where(rankColumn, '>=', blockStart(least)).where(rankColumn, '<', least).count('* as older')) as {
    older: number
  }[]
  return row?.older ?? 0
}

/** A column for a statement that reads one post: how many posts of its block stand above it in a list by number. */
export const aboveInBlock = (db: Db, list: ReadList, number: number) => {
  const near = list
    .posts()
    .where('number', '>', number)
    .where('number', '<', blockStart(number) + BLOCK_SIZE)
  return db.raw('(?) AS above', [near.count('*')] as never)
}
