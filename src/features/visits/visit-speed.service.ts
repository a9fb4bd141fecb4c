import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { SpeedRow } from './speed.types.ts'
import { addToSpeed, sumSpeedSpan } from './visit-speed.repository.ts'

/** Adds up how fast pages were in a month or a year that is over. */
export const sumSpeed = (db: Db, span: 'month' | 'year', day: Day, of: { span: 'day' | 'month'; before: Day }): Promise<void> =>
  inTransaction(db, (trx) => sumSpeedSpan(trx, span, day, of))

/** Of days that nobody measured: made up, where somebody wants to look at statistics. */
export const addSpeed = (db: Db, rows: readonly SpeedRow[]): Promise<void> => inTransaction(db, (trx) => addToSpeed(trx, rows))
