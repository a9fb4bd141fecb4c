import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { VisitDay, VisitRow } from './visits.types.ts'

/** Owns `visits`, `visit_days` and `visit_keys`. */

/** @returns how many were not there before, which under any race is what the primary key and the unique key decided */
export async function insertVisits(trx: Db, rows: readonly VisitRow[]): Promise<number> {
  // The driver writes a list of rows as `(…), (…)`; knex's types don't know that.
  const values = rows.map(({ day, visitor, anonymousKey, createdAt }) => [day, visitor, anonymousKey, createdAt]) as unknown as string[]
  const [result] = (await trx.raw('INSERT IGNORE INTO visits (day, visitor, anonymous_key, created_at) VALUES ?', [values])) as [
    { affectedRows: number },
  ]
  return result.affectedRows
}

export const addToVisitDay = (trx: Db, { day, visitors, pageViews }: VisitDay) =>
  trx.raw(
    `INSERT INTO visit_days (day, visitors, page_views) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE visitors = visitors + ?, page_views = page_views + ?`,
    [day, visitors, pageViews, visitors, pageViews],
  )

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
