import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** What who is no member called themselves, and whether somebody has to look at it first. */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'comments', {
    guest_name: 'VARCHAR(60) NULL',
    waiting: 'TINYINT NOT NULL DEFAULT 0',
  })
