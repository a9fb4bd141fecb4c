import { rankWholeBoard } from '../features/posts/ranks/ranks.service.ts'
import type { Db } from '../lib/db/db.ts'
import { inTransaction } from '../lib/db/transaction.ts'
import { makeBatch } from './batch.ts'
import { analyseTables, reserveNumbers } from './corpus.repository.ts'
import type { CorpusOptions, Progress } from './corpus.types.ts'
import { fillMembers } from './fill-members.ts'
import { createRandom, type Random, seedOf } from './random.ts'
import { storeBatch } from './store-batch.ts'
import { share } from './threads.ts'

const BATCH = 1_000
const YEARS_MS = 8 * 365 * 86_400_000
/** While the server writes one batch, the next is made. */
const IN_FLIGHT = 2
const FEWEST_ACTIVE = 50

/**
 * Appends to the boards what `seed` decides: the same texts, people, threads and figures each time. The dates run over eight years up to
 * `until`, whatever stands on the board already.
 */
export async function fillBoards(db: Db, options: CorpusOptions, tell: (progress: Progress) => void): Promise<void> {
  const memberIds = await fillMembers(db, options, tell)
  if (memberIds.length === 0) throw new Error('a corpus needs at least one member')
  const evenly = options.boardIds.map(() => 1)
  const [posts, comments] = [share(options.posts, evenly), share(options.comments, evenly)]
  let done = 0
  for (const [index, boardId] of options.boardIds.entries()) {
    await fillBoard(
      db,
      { ...options, seed: seedOf(options.seed, 1, index), boardId, posts: posts[index] ?? 0, comments: comments[index] ?? 0, memberIds },
      (stored) => {
        done += stored
        tell({ what: 'posts', done, of: options.posts })
      },
    )
  }
  await analyseTables(db)
}

interface BoardPlan {
  seed: number
  boardId: number
  posts: number
  comments: number
  memberIds: readonly number[]
  until: Date
}

async function fillBoard(db: Db, plan: BoardPlan, stored: (count: number) => void): Promise<void> {
  if (plan.posts === 0) return
  const firstNumber = await inTransaction(db, (trx) => reserveNumbers(trx, plan.boardId, plan.posts))
  const starts = Array.from({ length: Math.ceil(plan.posts / BATCH) }, (_, batch) => batch * BATCH).values()
  const work = async () => {
    for (const start of starts) {
      const size = Math.min(BATCH, plan.posts - start)
      const random = createRandom(seedOf(plan.seed, start))
      const upTo = (post: number) => Math.round((plan.comments * post) / plan.posts)
      const batch = makeBatch(random, {
        firstNumber: firstNumber + start,
        dates: datesOf(random, plan, start, size),
        comments: upTo(start + size) - upTo(start),
        memberIds: activeMembers(plan.memberIds, (start + size) / plan.posts),
        until: plan.until,
      })
      await storeBatch(db, plan.boardId, batch)
      stored(size)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  await rankWholeBoard(db, plan.boardId)
}

/**
 * Who writes at this point of the board's history: those who have been here from the beginning, then the newest. People come, stay a while and
 * go quiet, and what an author wrote lies close together in the index by author.
 */
function activeMembers(memberIds: readonly number[], age: number): number[] {
  const joined = Math.max(Math.ceil(memberIds.length * age), Math.min(memberIds.length, FEWEST_ACTIVE))
  const regulars = Math.ceil(joined * 0.005)
  const recent = Math.max(joined - Math.max(FEWEST_ACTIVE, Math.ceil(memberIds.length * 0.05)), regulars)
  return [...memberIds.slice(0, regulars), ...memberIds.slice(recent, joined).reverse()]
}

function datesOf(random: Random, { posts, until }: BoardPlan, start: number, size: number): Date[] {
  const from = until.getTime() - YEARS_MS
  return Array.from({ length: size }, (_, index) => new Date(from + (YEARS_MS * (start + index + random.next())) / posts))
}
