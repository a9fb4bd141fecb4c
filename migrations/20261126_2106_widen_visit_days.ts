import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addColumns(db, 'visit_days', {
    declared_bots: 'INT UNSIGNED NOT NULL DEFAULT 0',
    suspected_bots: 'INT UNSIGNED NOT NULL DEFAULT 0',
    bot_views: 'INT UNSIGNED NOT NULL DEFAULT 0',
    rolled_up_at: 'DATETIME(3) NULL',
  })
