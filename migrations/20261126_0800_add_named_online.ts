import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Whether a member is named among those who are here now: by their own choice alone. */
export const up = (db: Db): Promise<void> => addColumns(db, 'members', { named_online: 'TINYINT(1) NOT NULL DEFAULT 0' })
