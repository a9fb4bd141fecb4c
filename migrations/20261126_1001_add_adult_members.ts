import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Since when a member counts as an adult, and on whose word. The staff's word without a date: they are none, whatever they declare. */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'members', {
    adult_confirmed_at: 'DATETIME(3) NULL',
    adult_confirmed_by: "ENUM('staff', 'declared') NULL",
  })
