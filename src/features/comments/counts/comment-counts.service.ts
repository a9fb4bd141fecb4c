import type { Db } from '../../../lib/db/db.ts'
import { findCellDifferences } from '../threads/thread-buckets.service.ts'
import * as repository from './comment-counts.repository.ts'

export type { CommentDifference } from './comment-counts.repository.ts'

const COMMENTS_A_STEP = 20_000

/** For `counts:check`: what is kept with comments, stretch by stretch. */
export async function* compareCommentVotes(db: Db): AsyncGenerator<repository.CommentDifference> {
  const last = await repository.lastCommentId(db)
  for (let from = 0; from <= last; from += COMMENTS_A_STEP) yield* await repository.compareVotes(db, from, from + COMMENTS_A_STEP)
}

/** … and with posts that have many of them. */
export async function* compareBuckets(db: Db, from: number, below: number): AsyncGenerator<repository.CommentDifference> {
  for (const id of await repository.listLongThreads(db, from, below))
    for (const { bucket, kept, counted } of await findCellDifferences(db, id, 'all'))
      yield { what: 'comments in a bucket', at: { id, list: '', from: bucket }, kept, counted }
}

export const findPostOf = (db: Db, commentId: number): Promise<number | undefined> => repository.findPostOf(db, commentId)

/** With the post's row held. */
export const recountVotesOf = (trx: Db, commentId: number): Promise<void> => repository.recountVotes(trx, commentId)
