import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { HistoryDay } from './history-lines.policy.ts'
import type { VisitImport } from './visit-imports.types.ts'

/** Owns `visit_imports`, and of `visit_days` those that were not counted here. */

export async function insertImport(trx: Db, row: Omit<VisitImport, 'id' | 'undoneBy' | 'undoneAt'>): Promise<number> {
  const [id] = await trx('visit_imports').insert(row)
  return Number(id)
}

export const updateImport = (trx: Db, id: number, changes: Partial<VisitImport>) => trx('visit_imports').where({ id }).update(changes)

export const lockImport = (trx: Db, id: number): Promise<VisitImport | undefined> =>
  trx('visit_imports').where({ id }).forUpdate().first<VisitImport | undefined>()

export const countUndone = async (db: Db): Promise<number> =>
  Number((await db('visit_imports').whereNotNull('undoneAt').count<{ n: number }[]>({ n: '*' }))[0]?.n ?? 0)

/** A day that is there stays as it is, whoever was first: the key decides. */
export const insertImportedDays = (trx: Db, importId: number, days: readonly HistoryDay[]) =>
  trx.raw('INSERT IGNORE INTO visit_days (day, visitors, page_views, import_id) VALUES ?', [
    days.map(({ day, visitors, pageViews }) => [day, visitors, pageViews ?? 0, importId]) as unknown as string[],
  ])

/** What became of it. */
export const sumImportedDays = (trx: Db, importId: number): Promise<{ days: number; visitors: number; firstDay: Day; lastDay: Day }> =>
  trx('visit_days')
    .where({ importId })
    .first(trx.raw('COUNT(*) AS days, SUM(visitors) AS visitors, MIN(day) AS first_day, MAX(day) AS last_day'))

export const deleteImportedDays = (trx: Db, importId: number): Promise<number> => trx('visit_days').where({ importId }).delete()
