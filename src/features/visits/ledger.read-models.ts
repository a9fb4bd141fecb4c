import type { Db } from '../../lib/db/db.ts'
import { type Day, shiftDay } from '../../lib/time/zone.ts'
import { nextMonth } from '../statistics/spans.policy.ts'
import { findLastDay, selectUnclosedDays } from './ledger.repository.ts'
import type { LedgerMonth, LedgerRow } from './ledger.types.ts'

/** Oldest first. */
export const listLedger = (db: Db): Promise<LedgerRow[]> => db('visit_ledger').orderBy('day').select('*')

/** A month of it, the last one where none is asked for, and which months there are. */
export async function loadLedgerMonth(db: Db, asked: string | undefined): Promise<LedgerMonth> {
  const days = await db('visit_ledger').orderBy('day', 'desc').pluck<Day[]>('day')
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const month = asked ?? months[0] ?? ''
  if (!months.includes(month)) return { month, months, rows: [] }
  const from = `${month}-01`
  const rows = await db('visit_ledger').where('day', '>=', from).where('day', '<', nextMonth(from)).orderBy('day', 'desc').select('*')
  return { month, months, rows }
}

/** Whether every day counted here, up to this one, is closed: its figures change no more. */
export const areClosed = async (db: Db, until: Day): Promise<boolean> =>
  (await selectUnclosedDays(db, await findLastDay(db), shiftDay(until, 1))).length === 0
