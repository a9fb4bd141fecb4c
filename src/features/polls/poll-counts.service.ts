import type { Db } from '../../lib/db/db.ts'
import * as repository from './poll-counts.repository.ts'

export type { PollDifference } from './poll-counts.repository.ts'

export const comparePolls = (db: Db, from: number, below: number): Promise<repository.PollDifference[]> =>
  repository.comparePolls(db, from, below)

/** With the post's row held. */
export const recountPoll = (trx: Db, postId: number): Promise<void> => repository.recountPoll(trx, postId)
