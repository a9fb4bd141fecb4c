import type { Db } from '../../lib/db/db.ts'

/** Owns `settings`. */

export const selectSettings = (db: Db): Promise<{ name: string; value: unknown }[]> => db('settings').select('name', 'value')

/** Values that are equal to what stands there are written all the same: the row then tells who last confirmed them. */
export const upsertSetting = (trx: Db, row: { name: string; value: unknown; updatedBy: number | null; updatedAt: Date }) =>
  trx('settings')
    .insert({ ...row, value: JSON.stringify(row.value) })
    .onConflict('name')
    .merge(['value', 'updated_by', 'updated_at'])
