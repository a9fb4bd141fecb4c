import type { Db } from '../../../lib/db/db.ts'
import { BLOCK_SIZE } from '../lists/post-lists.types.ts'
import type { RankedSort } from './ranks.types.ts'

/**
 * Blocks of the ranked lists in `list_blocks`. Where a list by number has a block for each 1,024 numbers, ranks crowd anywhere: a block that
 * holds too many is split, one that has run empty is joined to the one below. One writer at a time (the board's row is held), so that what is
 * read here stays true until COMMIT.
 */

const LARGEST = 2 * BLOCK_SIZE
const SMALLEST = BLOCK_SIZE / 4

export interface RankedList {
  boardId: number
  name: string
  sort: RankedSort
  categoryId: number | null
}

interface Block {
  from: bigint
  count: number
}

export const holdBoard = (trx: Db, boardId: number) => trx('boards').where({ id: boardId }).forUpdate().first('id')

/** @param changes how many posts more (or fewer) stand at a rank. Call after `post_ranks` was changed. */
export async function changeRankedBlocks(trx: Db, list: RankedList, changes: readonly { rank: bigint; by: number }[]): Promise<void> {
  const blocks = await readBlocks(trx, list)
  if (blocks.length === 0) blocks.push(await insertBlock(trx, list, { from: 0n, count: 0 }))
  const touched = new Map<Block, number>()
  for (const { rank, by } of changes) {
    const block = blockAt(blocks, rank)
    touched.set(block, (touched.get(block) ?? 0) + by)
  }
  for (const [block, by] of touched) {
    block.count += by
    if (by !== 0) await updateCount(trx, list, block)
  }
  for (const block of touched.keys()) {
    if (block.count > LARGEST) await splitBlock(trx, list, block, blocks[blocks.indexOf(block) + 1]?.from ?? null)
    else if (block.count < SMALLEST) await joinBelow(trx, list, block, blocks)
  }
}

/** Counts a list anew from its ranks. */
export async function fillRankedBlocks(trx: Db, list: RankedList): Promise<void> {
  await where(trx, list).delete()
  const block = await insertBlock(trx, list, { from: 0n, count: 0 })
  const [row] = await ranksOf(trx, list).count<{ total: number }[]>({ total: '*' })
  block.count = row?.total ?? 0
  await updateCount(trx, list, block)
  await splitBlock(trx, list, block, null)
}

async function readBlocks(trx: Db, list: RankedList): Promise<Block[]> {
  const rows: { fromRank: number | string; listedCount: number }[] = await where(trx, list)
    .orderBy('fromRank')
    .select('fromRank', 'listedCount')
  return rows.map(({ fromRank, listedCount }) => ({ from: BigInt(fromRank), count: listedCount }))
}

/** The last one that begins at or below the rank. */
function blockAt(blocks: readonly Block[], rank: bigint): Block {
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((blocks[middle]?.from ?? 0n) <= rank) low = middle
    else high = middle - 1
  }
  return blocks[low] as Block
}

/** Every 1,024th rank begins a block of its own, until what is left may stay together. */
async function splitBlock(trx: Db, list: RankedList, block: Block, below: bigint | null): Promise<void> {
  let at = block
  while (at.count > LARGEST) {
    const rest = ranksOf(trx, list)
      .where(list.sort, '>=', at.from as never)
      .orderBy(list.sort)
      .offset(BLOCK_SIZE)
    if (below !== null) void rest.where(list.sort, '<', below as never)
    const next = await rest.first<Record<RankedSort, number | string> | undefined>(list.sort)
    if (!next) return
    const upper = { from: BigInt(next[list.sort]), count: at.count - BLOCK_SIZE }
    at.count = BLOCK_SIZE
    await updateCount(trx, list, at)
    at = await insertBlock(trx, list, upper)
  }
}

/** The lowest block has none below it, and stays. */
async function joinBelow(trx: Db, list: RankedList, block: Block, blocks: Block[]): Promise<void> {
  const lower = blocks[blocks.indexOf(block) - 1]
  if (!lower || lower.count + block.count > BLOCK_SIZE) return
  lower.count += block.count
  await updateCount(trx, list, lower)
  await where(trx, list)
    .where({ fromRank: block.from as never })
    .delete()
  blocks.splice(blocks.indexOf(block), 1)
}

const where = (trx: Db, { boardId, name }: RankedList) => trx('list_blocks').where({ boardId, list: name })

const ranksOf = (trx: Db, { boardId, categoryId }: RankedList) =>
  trx('post_ranks').where(categoryId === null ? { boardId } : { categoryId })

const updateCount = (trx: Db, list: RankedList, { from, count }: Block) =>
  where(trx, list)
    .where({ fromRank: from as never })
    .update({ listedCount: count })

async function insertBlock(trx: Db, { boardId, name }: RankedList, block: Block): Promise<Block> {
  await trx('list_blocks').insert({ boardId, list: name, fromRank: block.from, listedCount: block.count })
  return block
}
