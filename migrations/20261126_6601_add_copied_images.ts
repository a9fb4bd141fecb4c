import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Whether pictures of other sites are fetched and kept; without, they are links. */
export const up = (db: Db): Promise<void> => addColumns(db, 'boards', { copy_images: 'TINYINT NOT NULL DEFAULT 0' })
