import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

export const up = (db: Db): Promise<void> =>
  addColumns(db, 'comments', {
    secret: 'TINYINT NOT NULL DEFAULT 0',
    addressee_id: 'BIGINT UNSIGNED NULL',
  })
