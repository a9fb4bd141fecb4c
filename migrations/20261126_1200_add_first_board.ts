import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Of a post that came with a merge: members said of that board how far they had read it. */
export const up = (db: Db): Promise<void> => addColumns(db, 'posts', { first_board_id: 'INT UNSIGNED NULL' })
