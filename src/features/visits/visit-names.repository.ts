import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'

/** Owns `visit_names`: what statistics call pages, domains and words, so that their rows are numbers. */

export interface NameRow {
  hash: Buffer
  name: string
}

export const selectNameIds = (db: Db, hashes: readonly Buffer[]): Promise<{ id: number; hash: Buffer; lastUsedOn: Day }[]> =>
  db('visit_names').whereIn('hash', hashes).select('id', 'hash', 'lastUsedOn')

/** Of names that are there already, once a day each. */
export const touchNames = (db: Db, ids: readonly number[], day: Day) =>
  db('visit_names').whereIn('id', ids).where('lastUsedOn', '<', day).update({ lastUsedOn: day })

/** Names that nobody was given since, in the order of their ids. */
export const selectUnused = (db: Db, before: Day, after: number, limit: number): Promise<number[]> =>
  db('visit_names').where('lastUsedOn', '<', before).where('id', '>', after).orderBy('id').limit(limit).pluck('id')

/** Whoever was given one of them meanwhile keeps it: the day is looked at again. */
export const deleteUnused = (db: Db, ids: readonly number[], before: Day): Promise<number> =>
  db('visit_names').whereIn('id', ids).where('lastUsedOn', '<', before).delete()

/** Another process may have been first: whoever needs the ids reads them afterwards. */
export async function insertNames(db: Db, rows: readonly NameRow[], day: Day): Promise<void> {
  await db.raw('INSERT IGNORE INTO visit_names (hash, name, last_used_on) VALUES ?', [
    rows.map(({ hash, name }) => [hash, name, day]) as unknown as string[],
  ])
}
