import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** How a day was counted. Days of before have neither: there was one way only, by the page. */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'visit_days', {
    by_page: 'TINYINT UNSIGNED NOT NULL DEFAULT 0',
    by_request: 'TINYINT UNSIGNED NOT NULL DEFAULT 0',
  })
