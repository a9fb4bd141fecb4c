import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/**
 * `root`: number of the comment at the head of the thread, the first four bytes of the path. `best_rank`: of a root alone, least for most votes.
 * Virtual, so that no row is rewritten: a table of millions changes at once.
 */
export const up = (db: Db): Promise<void> =>
  addColumns(db, 'comments', {
    root: `INT UNSIGNED GENERATED ALWAYS AS (ASCII(SUBSTRING(path, 1, 1)) * 16777216 + ASCII(SUBSTRING(path, 2, 1)) * 65536
      + ASCII(SUBSTRING(path, 3, 1)) * 256 + ASCII(SUBSTRING(path, 4, 1))) VIRTUAL`,
    best_rank: `INT GENERATED ALWAYS AS (IF(parent_id IS NULL AND in_thread = 1,
      IF(status = 'visible', CAST(down_count AS SIGNED) - CAST(vote_count AS SIGNED), 0), NULL)) VIRTUAL`,
  })
