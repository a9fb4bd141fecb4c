import type { Db } from '../src/lib/db/db.ts'
import { dropColumns } from '../src/lib/db/schema.ts'

/** Nothing ever wrote it, and nothing shall: of an address, only what tells no household is kept. */
export const up = (db: Db): Promise<void> => dropColumns(db, 'visits', ['address'])
