import type { Db } from '../db/db.ts'

/**
 * Says that a piece of work is done, in the transaction that does it.
 * @returns false when it was done before: whoever asks leaves it
 */
export async function markOnce(trx: Db, name: string, mark: string): Promise<boolean> {
  const [{ affectedRows }] = (await trx.raw('INSERT IGNORE INTO job_marks (name, mark, created_at) VALUES (?, ?, UTC_TIMESTAMP(3))', [
    name,
    mark,
  ])) as [{ affectedRows: number }]
  return affectedRows === 1
}

/** For work whose end is known to whoever did it: nobody will ask for its mark again. */
export const forgetMark = (trx: Db, name: string, mark: string) => trx('job_marks').where({ name, mark }).delete()

/** @returns how many were dropped; fewer than `limit` when none are left */
export async function purgeMarks(db: Db, before: Date, limit: number): Promise<number> {
  const [{ affectedRows }] = (await db.raw('DELETE FROM job_marks WHERE created_at < ? LIMIT ?', [before, limit])) as [
    { affectedRows: number },
  ]
  return affectedRows
}
