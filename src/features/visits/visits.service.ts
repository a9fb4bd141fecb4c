import { createHmac, randomBytes } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { forgetMark, markOnce } from '../../lib/events/job-marks.ts'
import type { Day } from '../../lib/time/zone.ts'
import { addToVisitDay, insertVisits, takeVisitKey } from './visits.repository.ts'
import type { Visit, VisitRow } from './visits.types.ts'

const KEY_BYTES = 16
const MARKS = 'visits'

/** The key under which visitors without cookies are told apart on that day. */
export const visitKeyOf = (ctx: AppContext, day: Day): Promise<Buffer> => takeVisitKey(ctx.db, day, randomBytes(32))

export const anonymousKey = (dayKey: Buffer, { address, agent }: Pick<Visit, 'address' | 'agent'>): Buffer =>
  createHmac('sha256', dayKey).update(`${address}\n${agent}`).digest().subarray(0, KEY_BYTES)

export interface VisitBatch {
  mark: string
  /** Of the batch before, whose end is known: its mark is cleared away on the way. */
  settledMark: string | null
  rows: VisitRow[]
  pageViews: Map<Day, number>
}

/**
 * Writes a batch once, however often it is called with it: after a COMMIT whose answer got lost, the mark tells. The sum of a day grows by
 * what its INSERT found to be new, in the same transaction.
 */
export const writeVisits = (ctx: AppContext, { mark, settledMark, rows, pageViews }: VisitBatch): Promise<void> =>
  inTransaction(ctx.db, async (trx) => {
    if (!(await markOnce(trx, MARKS, mark))) return
    if (settledMark !== null) await forgetMark(trx, MARKS, settledMark)
    for (const [day, views] of pageViews) {
      // In one order everywhere: two processes that write the same visitors wait for each other and don't lock up.
      const ofDay = rows.filter((row) => row.day === day).sort((one, other) => Buffer.compare(one.visitor, other.visitor))
      const visitors = ofDay.length > 0 ? await insertVisits(trx, ofDay) : 0
      await addToVisitDay(trx, { day, visitors, pageViews: views })
    }
  })
