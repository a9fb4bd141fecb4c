import type { Db } from '../src/lib/db/db.ts'

/** Days that are over, each bound to the one before by its hash. Nothing changes a row. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(`CREATE TABLE IF NOT EXISTS visit_ledger (
  day DATE NOT NULL PRIMARY KEY,
  people INT UNSIGNED NOT NULL,
  page_views INT UNSIGNED NOT NULL,
  declared_bots INT UNSIGNED NOT NULL,
  suspected_bots INT UNSIGNED NOT NULL,
  rule_version SMALLINT UNSIGNED NOT NULL,
  closed_at DATETIME(3) NOT NULL,
  previous_hash BINARY(32) NOT NULL,
  hash BINARY(32) NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}
