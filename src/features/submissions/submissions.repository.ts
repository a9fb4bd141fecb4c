import type { Db } from '../../lib/db/db.ts'
import type { Submission } from './submissions.types.ts'

/** Owns `submissions`. */

export const findSubmission = (db: Db, submissionKey: Buffer): Promise<Submission | undefined> =>
  db<Submission>('submissions').where({ submissionKey }).first()

export const insertSubmission = (trx: Db, submission: Submission) => trx<Submission>('submissions').insert(submission)
