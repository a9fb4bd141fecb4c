import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { CountedBy, DayFigures, VisitEvent, VisitPageRow, VisitRow } from './visits.types.ts'

/** Owns `visits`, `visit_pages`, `visit_proofs`, `visit_events`, `visit_gaps`, `visit_days` and `visit_keys`. */

/** The driver writes a list of rows as `(…), (…)`; knex's types don't know that. */
const listed = (rows: readonly (readonly unknown[])[]) => rows as unknown as string[]

/** @returns how many were not there before, which under any race is what the primary key and the unique key decided */
export async function insertVisits(trx: Db, rows: readonly VisitRow[]): Promise<number> {
  const values = rows.map((row) => [
    ...[row.day, row.visitor, row.anonymousKey, row.createdAt, row.class, row.proved],
    ...[row.member, row.cameBefore, row.hour, row.maskedAddress, row.facts],
  ])
  const [result] = (await trx.raw(
    `INSERT IGNORE INTO visits (day, visitor, anonymous_key, created_at, class, proved, member, came_before, hour, masked_address, facts)
     VALUES ?`,
    [listed(values)],
  )) as [{ affectedRows: number }]
  return result.affectedRows
}

/** Whose visit a keyed hash of that day stands for: of strangers, the first that came with it. */
export const selectStrangers = (trx: Db, day: Day, keys: readonly Buffer[]): Promise<{ visitor: Buffer; anonymousKey: Buffer }[]> =>
  trx('visits').where({ day }).whereIn('anonymousKey', keys).select('visitor', 'anonymousKey')

export const insertPages = (trx: Db, rows: readonly VisitPageRow[]) =>
  trx.raw(
    `INSERT INTO visit_pages (day, visitor, page_id, board_id, post_id, hour, views, first_at, last_at) VALUES ?
     ON DUPLICATE KEY UPDATE views = views + VALUES(views), last_at = GREATEST(last_at, VALUES(last_at)), first_at = LEAST(first_at, VALUES(first_at))`,
    [
      listed(
        rows.map((row) => [
          ...[row.day, row.visitor, row.pageId, row.boardId, row.postId],
          ...[row.hour, row.views, row.firstAt, row.lastAt],
        ]),
      ),
    ],
  )

/** Who asked for a file of a page is no bot that only said it was none. @returns how many are persons again by it */
export async function proveVisits(trx: Db, day: Day, visitors: readonly Buffer[]): Promise<number> {
  const back = await trx('visits').where({ day, class: 'suspected' }).whereIn('visitor', visitors).update({ class: 'person', proved: 1 })
  await trx('visits').where({ day, proved: 0 }).whereIn('visitor', visitors).update({ proved: 1 })
  return back
}

/** @returns those of them that have a visit */
export const selectVisitors = (trx: Db, day: Day, visitors: readonly Buffer[]): Promise<Buffer[]> =>
  trx('visits').where({ day }).whereIn('visitor', visitors).pluck('visitor')

/** Of visits that are not there yet: by the visitor's id, or a stranger's keyed hash. */
export const insertProofs = (trx: Db, day: Day, visitors: readonly Buffer[]) =>
  trx.raw('INSERT IGNORE INTO visit_proofs (day, visitor) VALUES ?', [listed(visitors.map((visitor) => [day, visitor]))])

/** Proofs whose visit has come since. */
export function selectMetProofs(trx: Db, day: Day, limit: number): Promise<{ proof: Buffer; visitor: Buffer }[]> {
  const met = (column: string) =>
    trx('visit_proofs as p')
      .join('visits as v', (on) => on.on('v.day', 'p.day').on(`v.${column}`, 'p.visitor'))
      .where('p.day', day)
      .limit(limit)
      .select('p.visitor as proof', 'v.visitor')
  return trx.unionAll([met('visitor'), met('anonymousKey')], true)
}

export const deleteProofs = (trx: Db, day: Day, visitors: readonly Buffer[]) =>
  trx('visit_proofs').where({ day }).whereIn('visitor', visitors).delete()

/** @returns how many were persons until now */
export async function suspectUnproved(trx: Db, day: Day, seenBefore: Date, limit: number): Promise<number> {
  const [result] = (await trx.raw(
    "UPDATE visits SET class = 'suspected' WHERE day = ? AND proved = 0 AND class = 'person' AND created_at < ? LIMIT ?",
    [day, seenBefore, limit],
  )) as [{ affectedRows: number }]
  return result.affectedRows
}

/** @param visitors may be fewer than none: some turned out to be bots */
export const addToVisitDay = (trx: Db, day: Day, visitors: number, { byPage, byRequest }: CountedBy = { byPage: 0, byRequest: 0 }) =>
  visitors >= 0
    ? trx.raw(
        `INSERT INTO visit_days (day, visitors, by_page, by_request) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE visitors = visitors + VALUES(visitors),
           by_page = GREATEST(by_page, VALUES(by_page)), by_request = GREATEST(by_request, VALUES(by_request))`,
        [day, visitors, byPage, byRequest],
      )
    : trx('visit_days').where({ day }).decrement('visitors', -visitors)

export const updateDayFigures = (trx: Db, day: Day, figures: DayFigures & { rolledUpAt: Date }) =>
  trx('visit_days')
    .insert({ day, ...figures })
    .onConflict('day')
    .merge(['page_views', 'declared_bots', 'suspected_bots', 'bot_views', 'rolled_up_at'])

export const addToEvents = (trx: Db, rows: readonly { day: Day; kind: VisitEvent; boardId: number; nameId: number; times: number }[]) =>
  trx.raw('INSERT INTO visit_events (day, kind, board_id, name_id, times) VALUES ? ON DUPLICATE KEY UPDATE times = times + VALUES(times)', [
    listed(rows.map(({ day, kind, boardId, nameId, times }) => [day, kind, boardId, nameId, times])),
  ])

export const addToGap = (trx: Db, day: Day, hour: number, lost: number) =>
  trx.raw('INSERT INTO visit_gaps (day, hour, lost) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE lost = lost + VALUES(lost)', [day, hour, lost])

/** Whoever comes first makes the key; all others read that one. */
export async function takeVisitKey(db: Db, day: Day, fresh: Buffer): Promise<Buffer> {
  await db.raw('INSERT IGNORE INTO visit_keys (day, secret) VALUES (?, ?)', [day, fresh])
  const row = await db<{ day: Day; secret: Buffer }>('visit_keys').where({ day }).first('secret')
  if (!row) throw new Error(`the key of ${day} is gone`)
  return row.secret
}

export const selectKeyDaysBefore = (db: Db, day: Day): Promise<Day[]> => db('visit_keys').where('day', '<', day).orderBy('day').pluck('day')

/** A slice at a time, so that visits of the present day never wait for it. */
export async function forgetStrangers(db: Db, day: Day, limit: number): Promise<number> {
  const [result] = (await db.raw('UPDATE visits SET anonymous_key = NULL WHERE day = ? AND anonymous_key IS NOT NULL LIMIT ?', [
    day,
    limit,
  ])) as [{ affectedRows: number }]
  return result.affectedRows
}

export const deleteVisitKey = (db: Db, day: Day) => db('visit_keys').where({ day }).delete()

/** Counts the visitors of a day anew. Visits that are being written wait for it, or it for them. */
export const recountVisitors = (trx: Db, day: Day) =>
  trx.raw(
    `INSERT INTO visit_days (day, visitors) SELECT ?, COUNT(*) FROM visits WHERE day = ? AND class = 'person'
         ON DUPLICATE KEY UPDATE visitors = VALUES(visitors)`,
    [day, day],
  )

const rawTables = ['visit_pages', 'visit_events', 'visit_proofs', 'visits'] as const
export type RawTable = (typeof rawTables)[number]

/** Days that have rows in a table, oldest first. */
export const selectRawDays = (db: Db, table: RawTable, before: Day): Promise<Day[]> =>
  db(table).where('day', '<', before).distinct().orderBy('day').pluck('day')

export async function deleteRawRows(db: Db, table: RawTable, day: Day, limit: number): Promise<number> {
  const [result] = (await db.raw('DELETE FROM ?? WHERE day = ? LIMIT ?', [table, day, limit])) as [{ affectedRows: number }]
  return result.affectedRows
}
