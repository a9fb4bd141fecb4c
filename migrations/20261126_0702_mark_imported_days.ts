import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Of a day that was not counted here: the import that brought it. */
export const up = (db: Db): Promise<void> => addColumns(db, 'visit_days', { import_id: 'INT UNSIGNED NULL' })
