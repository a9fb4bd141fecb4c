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
