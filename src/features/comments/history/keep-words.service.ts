import type { Db } from '../../../lib/db/db.ts'
import { holdComment } from '../comments.repository.ts'
import { insertRevision } from './comment-history.repository.ts'

/** In the transaction that changes a comment: what it said stays to be read. A change of nothing leaves no trace. */
export async function keepWords(trx: Db, id: number, change: { version: number; body: string; changedAt: Date }): Promise<void> {
  const before = await holdComment(trx, id)
  // Of another version: the change will not be taken.
  if (!before || before.version !== change.version || before.body === change.body) return
  await insertRevision(trx, {
    commentId: id,
    version: before.version,
    body: before.body,
    secret: before.secret,
    changedAt: change.changedAt,
  })
}
