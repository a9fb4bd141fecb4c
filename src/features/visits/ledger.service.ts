import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import type { Day } from '../../lib/time/zone.ts'
import { chained, ruleOf } from './ledger.policy.ts'
import { findCountedDay, insertLedgerRow, lockLastRow } from './ledger.repository.ts'

/**
 * Writes a day that is over into the ledger, once. A day that lies before the last one is not taken up any more: whoever has that one's hash would
 * find another chain. Days on which nothing was counted have no row, and are no zero.
 * @returns whether it was written
 */
export const enterInLedger = ({ db, clock }: AppContext, day: Day): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const last = await lockLastRow(trx)
    if (last !== undefined && last.day >= day) return false
    const counted = await findCountedDay(trx, day)
    if (counted === undefined) return false
    const { visitors: people, byPage, byRequest, ...figures } = counted
    await insertLedgerRow(trx, chained({ ...figures, people, ruleVersion: ruleOf({ byPage, byRequest }), closedAt: clock.now() }, last))
    return true
  })
