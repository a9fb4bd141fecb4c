import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addColumns(db, 'board_groups', { level: 'TINYINT UNSIGNED NOT NULL DEFAULT 1', members_only: 'TINYINT NOT NULL DEFAULT 0' })
