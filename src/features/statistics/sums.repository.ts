import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { Span, SumKind, SumRow } from './sums.types.ts'

/** Owns `visit_sums` and `visit_spans`. */

const ROWS_AT_ONCE = 1_000

/** What was known of these days before is replaced: whoever reads meanwhile sees the old sums whole. */
export async function replaceDay(trx: Db, day: Day, rows: readonly Omit<SumRow, 'span' | 'day'>[]): Promise<void> {
  await trx('visit_sums').where({ span: 'day', day }).delete()
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const values = rows.slice(start, start + ROWS_AT_ONCE).map((row) => ({ span: 'day' as const, day, ...row }))
    await trx('visit_sums').insert(values)
  }
}

/** One kind of a month from its days, or of a year from its months. Names beyond `room` (`roomOfBoard` of a board) go under `OTHERS`. */
export async function sumSpan(
  trx: Db,
  to: { kind: SumKind; span: Span; day: Day },
  of: { span: Span; before: Day },
  { room, roomOfBoard }: { room: number; roomOfBoard: number },
): Promise<void> {
  await trx('visit_sums').where(to).delete()
  // The first of a place named 0 is what had no room in a part: it has none in the whole. Of numbered kinds all have room, whatever is first.
  await trx.raw(
    `INSERT INTO visit_sums (kind, board_id, span, day, name_id, visitors, views)
     SELECT ?, board_id, ?, ?, kept, SUM(visitors), SUM(views)
       FROM (SELECT board_id, visitors, views,
                    CASE WHEN ROW_NUMBER() OVER (PARTITION BY board_id ORDER BY name_id = 0, visitors DESC, views DESC, name_id)
                              <= CASE WHEN board_id = 0 THEN ? ELSE ? END THEN name_id ELSE 0 END AS kept
               FROM (SELECT board_id, name_id, SUM(visitors) AS visitors, SUM(views) AS views FROM visit_sums
                      WHERE kind = ? AND span = ? AND day >= ? AND day < ? GROUP BY board_id, name_id) AS summed) AS placed
      GROUP BY board_id, kept`,
    [to.kind, to.span, to.day, room, roomOfBoard, to.kind, of.span, to.day, of.before],
  )
}

export const listSpans = async (db: Db, span: 'month' | 'year'): Promise<Set<Day>> =>
  new Set(await db('visit_spans').where({ span }).pluck<Day[]>('day'))

export const markSpan = (db: Db, span: 'month' | 'year', day: Day, summedAt: Date) =>
  db('visit_spans').insert({ span, day, summedAt }).onConflict(['span', 'day']).merge()

/** Boards that have sums of a kind, the whole site among them. */
export const selectBoardsOf = (db: Db, kind: SumKind): Promise<number[]> => db('visit_sums').where({ kind }).distinct().pluck('board_id')

/** @returns how many went: a slice at a time, along the key */
export async function deleteDaysBefore(db: Db, kind: SumKind, boardId: number, day: Day, limit: number): Promise<number> {
  const [result] = (await db.raw("DELETE FROM visit_sums WHERE kind = ? AND board_id = ? AND span = 'day' AND day < ? LIMIT ?", [
    ...[kind, boardId, day, limit],
  ])) as [{ affectedRows: number }]
  return result.affectedRows
}
