import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addColumns(db, 'comments', { vote_count: 'INT UNSIGNED NOT NULL DEFAULT 0', down_count: 'INT UNSIGNED NOT NULL DEFAULT 0' })
