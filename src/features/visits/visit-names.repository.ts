import type { Db } from '../../lib/db/db.ts'

/** Owns `visit_names`: what statistics call pages, domains and words, so that their rows are numbers. */

export interface NameRow {
  hash: Buffer
  name: string
}

export const selectNameIds = (db: Db, hashes: readonly Buffer[]): Promise<{ id: number; hash: Buffer }[]> =>
  db('visit_names').whereIn('hash', hashes).select('id', 'hash')

/** Another process may have been first: whoever needs the ids reads them afterwards. */
export async function insertNames(db: Db, rows: readonly NameRow[]): Promise<void> {
  await db.raw('INSERT IGNORE INTO visit_names (hash, name) VALUES ?', [rows.map(({ hash, name }) => [hash, name]) as unknown as string[]])
}
