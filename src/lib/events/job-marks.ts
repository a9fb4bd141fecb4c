import type { Db } from '../db/db.ts'
import { inSlices } from '../db/in-slices.ts'

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

/** Which of these are done, for whoever would do much before asking. */
export const listMarks = async (db: Db, name: string, marks: readonly string[]): Promise<Set<string>> =>
  new Set(await db('job_marks').where({ name }).whereIn('mark', marks).pluck<string[]>('mark'))

/** For work whose end is known to whoever did it: nobody will ask for its mark again. */
export const forgetMark = (trx: Db, name: string, mark: string) => trx('job_marks').where({ name, mark }).delete()

/** @returns how many were dropped */
export const purgeMarks = (db: Db, before: Date): Promise<number> =>
  inSlices(1_000, async (limit) => {
    const [{ affectedRows }] = (await db.raw('DELETE FROM job_marks WHERE created_at < ? LIMIT ?', [before, limit])) as [
      { affectedRows: number },
    ]
    return affectedRows
  })
