import type { Db } from '../src/lib/db/db.ts'
import { addColumns } from '../src/lib/db/schema.ts'

/** Visits of an older version were all of people, and nothing more is known of them. */
export const up = async (db: Db): Promise<void> => {
  await addColumns(db, 'visits', {
    class: "ENUM('person', 'suspected', 'declared') NOT NULL DEFAULT 'person'",
    proved: 'TINYINT NOT NULL DEFAULT 1',
    member: 'TINYINT NOT NULL DEFAULT 0',
    came_before: 'TINYINT NOT NULL DEFAULT 0',
    hour: 'TINYINT UNSIGNED NOT NULL DEFAULT 0',
    masked_address: "VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''",
    address: 'VARBINARY(16) NULL',
    facts: 'JSON NULL',
  })
}
