import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import { SPEED_COUNTS } from './speed.policy.ts'
import type { SpeedRow } from './speed.types.ts'

/** Owns `visit_speed`. */

const columns = Array.from({ length: SPEED_COUNTS }, (_, index) => `b${index}`)

export async function addToSpeed(trx: Db, rows: readonly SpeedRow[]): Promise<void> {
  await trx('visit_speed')
    .insert(
      rows.map(({ counts, ...row }) => ({
        ...row,
        span: 'day',
        ...Object.fromEntries(columns.map((name, index) => [name, counts[index]])),
      })),
    )
    .onConflict(['measure', 'part', 'span', 'day'])
    .merge(Object.fromEntries(columns.map((name) => [name, trx.raw('?? + VALUES(??)', [name, name])])))
}

/** A month from its days, or a year from its months, in the place of what was known of it. */
export async function sumSpeedSpan(trx: Db, span: 'month' | 'year', day: Day, of: { span: 'day' | 'month'; before: Day }): Promise<void> {
  const sums = await trx('visit_speed')
    .where({ span: of.span })
    .where('day', '>=', day)
    .where('day', '<', of.before)
    .groupBy('measure', 'part')
    .select('measure', 'part')
    .sum(Object.fromEntries(columns.map((name) => [name, name])))
  await trx('visit_speed').where({ span, day }).delete()
  if (sums.length > 0) await trx('visit_speed').insert(sums.map((sum) => ({ ...sum, span, day })))
}
