import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { LedgerRow } from './ledger.types.ts'

/** Oldest first. */
export const listLedger = (db: Db): Promise<LedgerRow[]> => db('visit_ledger').orderBy('day').select('*')

/** Newest first: the days of one month. */
export const listLedgerMonth = (db: Db, from: Day, before: Day): Promise<LedgerRow[]> =>
  db('visit_ledger').where('day', '>=', from).where('day', '<', before).orderBy('day', 'desc').select('*')

/** The first and the last day. */
export async function ledgerSpan(db: Db): Promise<{ first: Day; last: Day } | null> {
  const row = await db('visit_ledger').min({ first: 'day' }).max({ last: 'day' }).first<{ first: Day | null; last: Day | null }>()
  return row.first === null || row.last === null ? null : { first: row.first, last: row.last }
}
