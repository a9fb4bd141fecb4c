import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Names that are there already count as used today. */
export const up = (db: Db): Promise<void> => addColumns(db, 'visit_names', { last_used_on: "DATE NOT NULL DEFAULT '2026-11-26'" })
