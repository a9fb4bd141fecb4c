import { createHash, randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { isDatabaseUnavailable } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { findSubmission, insertSubmissions } from './submissions.repository.ts'
import type { Submission } from './submissions.types.ts'

const KEY_BYTES = 16

export const newSubmissionKey = (): string => randomBytes(KEY_BYTES).toString('hex')

export interface SubmittedForm {
  submissionKey: string | undefined
  memberId: number
  /** What was typed: who goes back to a sent form and writes something else in it means something else. */
  content: string
}

/** The form's key, by which a second one like it is known. One without a number is never a second one. */
export const submissionKeyOf = ({ submissionKey = newSubmissionKey(), memberId, content }: SubmittedForm): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([submissionKey, memberId, content]))
    .digest()
    .subarray(0, KEY_BYTES)

/**
 * Creates something once for each form: a double click, a retried form, or a COMMIT whose answer got lost leads to what the first one made.
 * `create` works inside the transaction that also keeps the key, and answers the address of what it made.
 */
export function createOnce(ctx: AppContext, form: SubmittedForm, create: (trx: Db) => Promise<string>): Promise<string> {
  const submissionKey = submissionKeyOf(form)
  return unlessDone(ctx, submissionKey, () =>
    inTransaction(ctx.db, async (trx) => {
      const resultPath = await create(trx)
      await keepSubmissions(trx, [{ submissionKey, memberId: form.memberId, resultPath, createdAt: ctx.clock.now() }])
      return resultPath
    }),
  )
}

/**
 * Tries first and looks only when that failed, whatever it was that failed: forms that come twice are few, and what stood in the way of the second
 * (the key, a post that was locked since, a limit) need not have stood in the way of the first.
 */
export async function unlessDone(ctx: AppContext, submissionKey: Buffer, attempt: () => Promise<string>): Promise<string> {
  try {
    return await attempt()
  } catch (error) {
    // Who waited for a database that is away need not wait for it twice: the form comes again, and is known then.
    const earlier = isDatabaseUnavailable(error) ? undefined : await findSubmission(ctx.db, submissionKey)
    if (!earlier) throw error
    return earlier.resultPath
  }
}

/** Inside the transaction that makes what they asked for. */
export const keepSubmissions = async (trx: Db, submissions: readonly Submission[]): Promise<void> => {
  await insertSubmissions(trx, submissions)
}
