import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** What who is no member called themselves. */
export const up = (db: Db): Promise<void> => addColumns(db, 'posts', { guest_name: 'VARCHAR(60) NULL' })
