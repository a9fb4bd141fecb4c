import { createHash, randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { findSubmission, insertSubmission } from './submissions.repository.ts'

const KEY_BYTES = 16

export const newSubmissionKey = (): string => randomBytes(KEY_BYTES).toString('hex')

export interface SubmittedForm {
  submissionKey: string | undefined
  memberId: number
  /** What was typed: who goes back to a sent form and writes something else in it means something else. */
  content: string
}

/**
 * Creates something once for each form: a double click, a retried form, or a COMMIT whose answer got lost leads to what the first one made.
 * `create` works inside the transaction that also keeps the key, and answers the address of what it made.
 */
export async function createOnce(ctx: AppContext, form: SubmittedForm, create: (trx: Db) => Promise<string>): Promise<string> {
  const submissionKey = keyOf(form)
  const earlier = await findSubmission(ctx.db, submissionKey)
  if (earlier) return earlier.resultPath
  try {
    return await inTransaction(ctx.db, async (trx) => {
      const resultPath = await create(trx)
      await insertSubmission(trx, { submissionKey, memberId: form.memberId, resultPath, createdAt: ctx.clock.now() })
      return resultPath
    })
  } catch (error) {
    const winner = isDuplicateKey(error) ? await findSubmission(ctx.db, submissionKey) : undefined
    if (!winner) throw error
    return winner.resultPath
  }
}

/** A form without a key is never a second one. */
const keyOf = ({ submissionKey = newSubmissionKey(), memberId, content }: SubmittedForm): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([submissionKey, memberId, content]))
    .digest()
    .subarray(0, KEY_BYTES)
