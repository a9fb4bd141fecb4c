import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** `alias`: who of the anonymous of this post it is; 0 is the post's author. */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'comments', { anonymous: 'TINYINT NOT NULL DEFAULT 0', alias: 'SMALLINT UNSIGNED NULL' })
