import type { Db } from '../../lib/db/db.ts'
import type { KeptForm } from './kept-forms.types.ts'

/** Owns `kept_forms`. */

/** The same form sent once more replaces what it said before. */
export const keepForm = (db: Db, form: Omit<KeptForm, 'id'>) => db<KeptForm>('kept_forms').insert(form).onConflict().merge()

export const listKeptForms = (db: Db, keeper: Buffer, since: Date): Promise<KeptForm[]> =>
  db<KeptForm>('kept_forms').where({ keeper }).where('createdAt', '>=', since).orderBy('id')

export const dropForms = (trx: Db, ids: readonly number[]) => trx<KeptForm>('kept_forms').whereIn('id', ids).delete()

export async function dropFormsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const [{ affectedRows }] = (await db.raw('DELETE FROM kept_forms WHERE created_at < ? LIMIT ?', [before, limit])) as [
    { affectedRows: number },
  ]
  return affectedRows
}
