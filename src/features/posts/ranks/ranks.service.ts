import type { AppContext } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { changeRankedBlocks, fillRankedBlocks, holdBoard } from './ranked-blocks.repository.ts'
import { computeRanks, deleteRanks, keptRanks, rankBoard, rankedCategories, saveRanks } from './ranks.repository.ts'
import { type PostRanks, type RankedSort, rankedListName, rankedPlaces, rankedSorts, STALE_RANKS } from './ranks.types.ts'

/**
 * Says, after COMMIT, that these posts may stand elsewhere now in the lists by votes, views, comments and activity. Seconds later they do; if
 * the word is lost, when the sweep comes by.
 */
export async function ranksChanged(ctx: AppContext, postIds: readonly number[]): Promise<void> {
  if (postIds.length === 0) return
  await ctx.redis.sAdd(STALE_RANKS, postIds.map(String)).catch((error: unknown) => ctx.log.warn({ err: error }, 'ranks wait for the sweep'))
}

/** Brings ranks and blocks of a board's posts to what the posts are now; doing it twice changes nothing. @returns how many had moved */
export const rankPosts = (db: Db, boardId: number, postIds: readonly number[]): Promise<number> =>
  inTransaction(db, async (trx) => {
    await holdBoard(trx, boardId)
    const kept = new Map((await keptRanks(trx, boardId, postIds)).map((ranks) => [ranks.postId, ranks]))
    const now = new Map((await computeRanks(trx, boardId, postIds)).map((ranks) => [ranks.postId, ranks]))
    const moved = postIds.filter((id) => !isSame(kept.get(id), now.get(id)))
    await deleteRanks(
      trx,
      moved.filter((id) => kept.has(id) && !now.has(id)),
    )
    await saveRanks(
      trx,
      moved.flatMap((id) => now.get(id) ?? []),
    )
    const changes = [
      ...moved.flatMap((id) => placesOf(kept.get(id)).map((place) => ({ ...place, by: -1 }))),
      ...moved.flatMap((id) => placesOf(now.get(id)).map((place) => ({ ...place, by: 1 }))),
    ]
    for (const [name, list] of Object.entries(Object.groupBy(changes, ({ list }) => list))) {
      await changeRankedBlocks(trx, { boardId, name, ...sortOf(name) }, list ?? [])
    }
    return moved.length
  })

const placesOf = (ranks: PostRanks | undefined) => (ranks ? rankedPlaces(ranks) : [])

const isSame = (kept: PostRanks | undefined, now: PostRanks | undefined): boolean =>
  kept === undefined || now === undefined
    ? kept === now
    : kept.categoryId === now.categoryId && rankedSorts.every((sort) => kept[sort] === now[sort])

function sortOf(name: string): { sort: RankedSort; categoryId: number | null } {
  const [, category, sort] = /^(?:category:(\d+):)?(\w+)$/.exec(name) ?? []
  return { sort: sort as RankedSort, categoryId: category === undefined ? null : Number(category) }
}

/** For who fills a board from outside (corpus, importer), and when counts are mended: all of its ranked lists anew. */
export const rankWholeBoard = (db: Db, boardId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await holdBoard(trx, boardId)
    await rankBoard(trx, boardId)
    for (const categoryId of [null, ...(await rankedCategories(trx, boardId))]) {
      for (const sort of rankedSorts) {
        await fillRankedBlocks(trx, { boardId, name: rankedListName(sort, categoryId), sort, categoryId })
      }
    }
  })
