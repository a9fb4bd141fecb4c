import type { AppContext } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { compareBuckets, compareCommentVotes, findPostOf, recountVotesOf } from '../../comments/counts/comment-counts.service.ts'
import { threadsChanged } from '../../comments/threads/thread-buckets.service.ts'
import { comparePolls, recountPoll } from '../../polls/poll-counts.service.ts'
import { holdPost } from '../posts.repository.ts'
import { rankedCategories } from '../ranks/ranks.repository.ts'
import { rankWholeBoard } from '../ranks/ranks.service.ts'
import { rankedListName, rankedSorts } from '../ranks/ranks.types.ts'
import type { Difference } from './counts.repository.ts'
import * as compare from './counts.repository.ts'
import * as mend from './counts-fix.repository.ts'

const BLOCKS_A_STEP = 64
const POSTS_A_STEP = 20_000

/** Every kept count that differs from what it counts, stretch by stretch. While the site runs, a difference may be a post on its way. */
export async function* findDifferences(ctx: Pick<AppContext, 'db'>): AsyncGenerator<Difference> {
  const { db } = ctx
  for (const boardId of await compare.listBoardIds(db)) {
    const last = await compare.lastBlock(db, boardId)
    for (let from = 0; from <= last; from += BLOCKS_A_STEP) yield* await compare.compareBlocks(db, boardId, from, from + BLOCKS_A_STEP)
    for (const categoryId of [null, ...(await rankedCategories(db, boardId))]) {
      for (const sort of rankedSorts) {
        yield* await compare.compareRanked(db, boardId, { name: rankedListName(sort, categoryId), sort, categoryId })
      }
    }
  }
  const last = await compare.lastPostId(db)
  for (let from = 0; from <= last; from += POSTS_A_STEP) {
    yield* await compare.compareComments(db, from, from + POSTS_A_STEP)
    yield* await compare.compareReplies(db, from, from + POSTS_A_STEP)
    yield* await compare.compareVotes(db, from, from + POSTS_A_STEP)
    yield* await compare.comparePollMarks(db, from, from + POSTS_A_STEP)
    yield* await comparePolls(db, from, from + POSTS_A_STEP)
    yield* compareBuckets(db, from, from + POSTS_A_STEP)
  }
  yield* compareCommentVotes(db)
}

export async function mendDifference(ctx: Pick<AppContext, 'db'>, { what, at }: Difference): Promise<void> {
  await menders[what](ctx.db, at)
}

const menders: Record<Difference['what'], (db: Db, at: Difference['at']) => Promise<void>> = {
  'listed posts': (db, { id, list, from }) => mend.recountBlock(db, id, { list, from: Number(from) }),
  'ranked posts': (db, { id }) => rankWholeBoard(db, id),
  comments: (db, { id }) => mend.recountComments(db, id),
  replies: (db, { id }) => mend.recountReplies(db, id),
  votes: (db, { id }) => mend.recountVotes(db, id),
  'votes against': (db, { id }) => mend.recountVotes(db, id),
  'marks of polls': (db, { id }) => mend.markPoll(db, id),
  'poll votes': (db, { id }) => recountHeldPoll(db, id),
  'poll voters': (db, { id }) => recountHeldPoll(db, id),
  'comments in a bucket': (db, { id }) => recountBuckets(db, id),
  'votes of a comment': (db, { id }) => recountVotesOfComment(db, id),
  'votes against a comment': (db, { id }) => recountVotesOfComment(db, id),
}

const recountBuckets = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    const held = await holdPost(trx, postId)
    if (held) await threadsChanged(trx, held, 'all')
  })

const recountHeldPoll = (db: Db, postId: number): Promise<void> =>
  inTransaction(db, async (trx) => {
    await holdPost(trx, postId)
    await recountPoll(trx, postId)
  })

async function recountVotesOfComment(db: Db, commentId: number): Promise<void> {
  const postId = await findPostOf(db, commentId)
  if (postId === undefined) return
  await inTransaction(db, async (trx) => {
    const held = await holdPost(trx, postId)
    await recountVotesOf(trx, commentId)
    if (held) await threadsChanged(trx, held, 'all')
  })
}
