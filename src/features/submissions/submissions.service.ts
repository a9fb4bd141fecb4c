import { randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Conflict } from '../../lib/http/errors.ts'
import { findSubmission, insertSubmission } from './submissions.repository.ts'

export const newSubmissionKey = (): string => randomBytes(16).toString('hex')

/**
 * Creates something once for each form: a double click, a retried form, or a COMMIT whose answer got lost leads to what the first one made.
 * `create` works inside the transaction that also keeps the key, and answers the address of what it made.
 */
export async function createOnce(
  ctx: AppContext,
  form: { submissionKey: string | undefined; memberId: number },
  create: (trx: Db) => Promise<string>,
): Promise<string> {
  const submissionKey = Buffer.from(form.submissionKey ?? newSubmissionKey(), 'hex')
  const earlier = await earlierResult(ctx.db, submissionKey, form.memberId)
  if (earlier !== null) return earlier
  try {
    return await inTransaction(ctx.db, async (trx) => {
      const resultPath = await create(trx)
      await insertSubmission(trx, { submissionKey, memberId: form.memberId, resultPath, createdAt: ctx.clock.now() })
      return resultPath
    })
  } catch (error) {
    const winner = isDuplicateKey(error) ? await earlierResult(ctx.db, submissionKey, form.memberId) : null
    if (winner === null) throw error
    return winner
  }
}

async function earlierResult(db: Db, submissionKey: Buffer, memberId: number): Promise<string | null> {
  const submission = await findSubmission(db, submissionKey)
  if (!submission) return null
  if (submission.memberId !== memberId) throw new Conflict('the submission key of another member')
  return submission.resultPath
}
