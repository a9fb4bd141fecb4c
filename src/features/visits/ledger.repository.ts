import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { LedgerRow } from './ledger.types.ts'
import type { CountedBy } from './visits.types.ts'

/** Owns `visit_ledger`. Rows are put in and nothing else: there is no statement that changes or drops one. */

export const insertLedgerRow = (trx: Db, row: LedgerRow) => trx('visit_ledger').insert(row)

/** Held until the transaction ends: two workers that close days write one after the other. */
export const lockLastRow = (trx: Db): Promise<LedgerRow | undefined> =>
  trx('visit_ledger').orderBy('day', 'desc').forUpdate().first<LedgerRow | undefined>()

export const findLastDay = async (db: Db): Promise<Day | null> =>
  (await db('visit_ledger').orderBy('day', 'desc').first<{ day: Day } | undefined>('day'))?.day ?? null

export interface CountedDay extends CountedBy {
  day: Day
  visitors: number
  pageViews: number
  declaredBots: number
  suspectedBots: number
}

export const findCountedDay = (trx: Db, day: Day): Promise<CountedDay | undefined> =>
  trx('visit_days')
    .where({ day })
    .whereNull('importId')
    .first<CountedDay | undefined>('day', 'visitors', 'pageViews', 'declaredBots', 'suspectedBots', 'byPage', 'byRequest')

/** Days that were counted here, are over and stand in no ledger: what was counted elsewhere nobody here can vouch for. */
export function selectUnclosedDays(db: Db, after: Day | null, before: Day): Promise<Day[]> {
  const days = db('visit_days').where('day', '<', before).whereNull('importId').orderBy('day')
  if (after !== null) days.where('day', '>', after)
  return days.pluck('day')
}
