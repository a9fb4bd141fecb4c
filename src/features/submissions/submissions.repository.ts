import type { Db } from '../../lib/db/db.ts'
import type { Submission } from './submissions.types.ts'

/** Owns `submissions`. */

export const findSubmission = (db: Db, submissionKey: Buffer): Promise<Submission | undefined> =>
  db<Submission>('submissions').where({ submissionKey }).first()

export const insertSubmissions = (trx: Db, submissions: readonly Submission[]) => trx<Submission>('submissions').insert([...submissions])

/** @returns how many were dropped; fewer than `limit` when none are left */
export async function deleteSubmissionsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const [{ affectedRows }] = (await db.raw('DELETE FROM submissions WHERE created_at < ? LIMIT ?', [before, limit])) as [
    { affectedRows: number },
  ]
  return affectedRows
}
