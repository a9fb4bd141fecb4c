import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { Span, SumRow } from './sums.types.ts'

/** Owns `visit_sums`. */

const ROWS_AT_ONCE = 1_000

/** What was known of these days before is replaced: whoever reads meanwhile sees the old sums whole. */
export async function replaceDay(trx: Db, day: Day, rows: readonly Omit<SumRow, 'span' | 'day'>[]): Promise<void> {
  await trx('visit_sums').where({ span: 'day', day }).delete()
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const values = rows.slice(start, start + ROWS_AT_ONCE).map((row) => ({ span: 'day' as const, day, ...row }))
    await trx('visit_sums').insert(values)
  }
}

/** A month from its days, or a year from its months. */
export async function sumSpan(trx: Db, to: { span: Span; day: Day }, of: { span: Span; from: Day; before: Day }): Promise<void> {
  await trx('visit_sums').where(to).delete()
  await trx.raw(
    `INSERT INTO visit_sums (kind, board_id, span, day, name_id, visitors, views)
     SELECT kind, board_id, ?, ?, name_id, SUM(visitors), SUM(views) FROM visit_sums
      WHERE span = ? AND day >= ? AND day < ? GROUP BY kind, board_id, name_id`,
    [to.span, to.day, of.span, of.from, of.before],
  )
}
