import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { addToOutbox } from '../../lib/events/outbox.ts'
import { takeNumbers } from '../boards/boards.service.ts'
import { moveTags } from '../tags/tags.service.ts'
import * as repository from './move-posts.repository.ts'
import { POPULAR_MEMORY_KEY } from './overview.read-models.ts'
import { postMoved } from './posts.events.ts'
import { rankPosts } from './ranks/ranks.service.ts'

export interface PostMove {
  from: number
  into: number
  /** Which category of the one board stands for which of the other. */
  categories: ReadonlyMap<number, number>
}

const SLICE = 200

/**
 * The oldest posts of a board get the next numbers of another, and leave word where they went; comments, votes and files hang on the post and come
 * along. @returns their ids; none: the board has no posts any more
 */
export async function moveOldestPosts(trx: Db, { from, into, categories }: PostMove): Promise<number[]> {
  const posts = await repository.holdOldest(trx, from, SLICE)
  if (posts.length === 0) return []
  const last = await takeNumbers(trx, into, posts.length)
  const moves = posts.map((held, index) => ({
    held,
    to: {
      boardId: into,
      number: last - posts.length + index + 1,
      categoryId: held.categoryId === null ? null : (categories.get(held.categoryId) ?? null),
    },
  }))
  await repository.movePosts(trx, moves)
  const ids = posts.map(({ id }) => id)
  await moveTags(trx, ids, into)
  for (const postId of ids) await addToOutbox(trx, postMoved, { postId, boardId: into })
  return ids
}

/** After COMMIT: the lists whose order changes by themselves, on both boards. */
export async function rankMoved(ctx: AppContext, { from, into }: Pick<PostMove, 'from' | 'into'>, ids: readonly number[]): Promise<void> {
  await rankPosts(ctx.db, from, ids)
  await rankPosts(ctx.db, into, ids)
  await ctx.memory.forget(POPULAR_MEMORY_KEY)
}

/** Ranks that a process left behind when it died between a move and its ranking. */
export async function rankLeftBehind(ctx: AppContext, move: Pick<PostMove, 'from' | 'into'>): Promise<void> {
  for (let ids = await repository.selectRankedElsewhere(ctx.db, move.from, SLICE); ids.length > 0; ) {
    await rankMoved(ctx, move, ids)
    ids = await repository.selectRankedElsewhere(ctx.db, move.from, SLICE)
  }
}

export const hasPosts = async (trx: Db, boardId: number): Promise<boolean> => (await repository.findAnyPost(trx, boardId)) !== undefined

/** Of a board without posts, in the transaction that takes it away. */
export async function forgetBoardLists(trx: Db, boardId: number): Promise<void> {
  await repository.deleteBlocks(trx, boardId)
}
